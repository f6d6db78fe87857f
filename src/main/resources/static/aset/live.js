// <div data-live="/acara?topik=…" data-fragment="/url">: when the stream says that something changed, the part is
// fetched again with the reader's own rights. Cut off, it says so, polls, and comes back by itself.
const all = (what, each) => document.querySelectorAll(what).forEach(each)
// A button exchanged between press and release would never hear of the click: nothing changes under a finger.
let pressed
const waiting = new Map()
const letGo = () => setTimeout(() => {
  pressed = false
  for (const show of waiting.values()) show()
  waiting.clear()
})
for (const press of ['pointerdown', 'keydown']) addEventListener(press, () => pressed = true, true)
for (const release of ['pointerup', 'pointercancel', 'keyup']) addEventListener(release, letGo, true)
addEventListener('blur', letGo)
for (const place of document.querySelectorAll('[data-live]')) {
  let stream, heard, busy, again, lost
  const show = html => {
    const focused = place.contains(document.activeElement) && document.activeElement.id
    const typed = [...place.querySelectorAll('input:not([type=hidden]),textarea,select')]
    place.innerHTML = html
    for (const {id, value, checked} of typed) {
      const now = id && document.getElementById(id)
      if (now) Object.assign(now, {value, checked})
    }
    if (focused) document.getElementById(focused)?.focus({preventScroll: true})
    place.dispatchEvent(new Event('segar', {bubbles: true}))
  }
  const soon = html => pressed ? waiting.set(place, () => show(html)) : show(html)
  const look = async () => {
    if (busy) return again = true
    busy = true
    try {
      const answer = await fetch(place.dataset.fragment, {cache: 'no-store', signal: AbortSignal.timeout(8e3)})
      if (answer.redirected) location.reload()
      else if (answer.ok) soon(await answer.text())
    } catch {}
    busy = false
    cut(lost)
    if (!again) return
    again = false
    look()
  }
  const cut = is => {
    lost = is
    all('[data-cut-at]', e => e.textContent = place.querySelector('[data-at]')?.dataset.at)
    all('[data-cut]', e => e.hidden = !is)
    all('[data-linked]', e => e.hidden = is)
  }
  const alive = () => {
    heard = Date.now()
    if (lost) look()
    cut(false)
  }
  const connect = () => {
    stream = new EventSource(place.dataset.live)
    stream.addEventListener('detak', alive)
    stream.onmessage = () => setTimeout(look, Math.random() * place.dataset.spread || 0, alive())
    stream.onerror = () => setTimeout(() => stream.readyState === 1 || cut(true), 4e3)
  }
  setInterval(() => {
    if (Date.now() - heard > 3e4) cut(true)
    if (!lost) return
    stream.close()
    connect()
    look()
  }, 1e4)
  addEventListener('visibilitychange', () => document.hidden || look())
  heard = Date.now()
  connect()
}
