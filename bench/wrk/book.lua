-- Books one place with each pass of a file, in one of the slots of another: book.lua -- host passes slots
dofile("bench/wrk/report.lua")

local head, slots, pass_of_next_person, last

function init(arguments)
  local host, passes_file, slots_file = arguments[1], arguments[2], arguments[3]
  head = "POST /pesan HTTP/1.1\r\nHost: " .. host ..
    "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
  slots = {}
  for slot in io.lines(slots_file) do
    slots[#slots + 1] = slot
  end
  pass_of_next_person = io.lines(passes_file)
end

function request()
  local person = pass_of_next_person()
  if not person then
    wrk.thread:stop()
    return last
  end
  local key, pass = person:match("(%S+) %S+ (%S+)")
  local body = "pass=" .. pass .. "&slot=" .. slots[math.random(#slots)] .. "&key=" .. key
  last = head .. #body .. "\r\n\r\n" .. body
  return last
end
