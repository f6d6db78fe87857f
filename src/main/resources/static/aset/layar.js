// The display speaks: a chime, then the number and the counter in Indonesian and in English, each call once, in order.
const heard = new Set(), waiting = []
const ears = new AudioContext()
const button = document.querySelector('[data-sound]')
let speaking = false

const calls = () => [...document.querySelectorAll('[data-call]')].reverse()
calls().forEach(call => heard.add(call.dataset.call))

document.addEventListener('segar', () => {
  for (const call of calls()) {
    if (heard.has(call.dataset.call)) continue
    heard.add(call.dataset.call)
    waiting.push({id: call.dataset.say, en: call.dataset.sayEn})
  }
  if (heard.size > 500) [...heard].slice(0, 250).forEach(old => heard.delete(old))
  speak()
})

async function speak() {
  if (speaking || ears.state !== 'running') return
  speaking = true
  while (waiting.length) {
    const call = waiting.shift()
    await chime()
    await say(call.id, 'id')
    await say(call.en, 'en')
  }
  speaking = false
}

function chime() {
  const start = ears.currentTime
  for (const [note, hertz] of [784, 659, 523].entries()) {
    const tone = ears.createOscillator(), loud = ears.createGain(), at = start + note * .28
    tone.frequency.value = hertz
    loud.gain.setValueAtTime(0, at)
    loud.gain.linearRampToValueAtTime(.4, at + .02)
    loud.gain.exponentialRampToValueAtTime(.001, at + .9)
    tone.connect(loud).connect(ears.destination)
    tone.start(at)
    tone.stop(at + 1)
  }
  return new Promise(done => setTimeout(done, 1400))
}

// Without a voice for the language, the chime must do.
function say(text, language) {
  const voice = window.speechSynthesis?.getVoices().find(one => one.lang.toLowerCase().startsWith(language))
  if (!voice) return
  const words = new SpeechSynthesisUtterance(text)
  words.voice = voice
  words.lang = voice.lang
  words.rate = .9
  speechSynthesis.speak(words)
  return new Promise(done => {
    words.onend = words.onerror = done
    setTimeout(done, 12e3)
  })
}

// Browsers stay silent until someone has touched the page.
const offer = () => button.hidden = ears.state === 'running'
ears.onstatechange = offer
setTimeout(offer, 500)
button.addEventListener('click', async () => {
  await ears.resume()
  waiting.length = 0
  await chime()
})

// The clock goes on between two calls, by the server's time.
let base
const read = () => {
  const clock = document.querySelector('[data-now]')
  base = Number(clock.dataset.now) + clock.dataset.zone * 1e3 - performance.now()
}
read()
document.addEventListener('segar', read)
setInterval(() => {
  const time = new Date(base + performance.now()).toISOString()
  document.querySelector('[data-now]').firstChild.nodeValue = time.slice(11, 13) + '.' + time.slice(14, 16)
}, 1e3)
