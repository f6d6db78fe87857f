// The counter's keys, and the time that runs on since the call.
addEventListener('keydown', event => {
  const button = /^F\d+$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`)
  if (button && !event.repeat) {
    event.preventDefault()
    button.click()
  }
})

// A second press while the first is on its way does nothing.
document.getElementById('loket').addEventListener('submit', event => {
  const form = event.currentTarget
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = 1
  setTimeout(() => delete form.dataset.sent, 5e3)
})

const begun = new WeakMap()
setInterval(() => {
  for (const timer of document.querySelectorAll('[data-since]')) {
    if (!begun.has(timer)) begun.set(timer, timer.dataset.now - timer.dataset.since - performance.now())
    const seconds = Math.max(0, Math.floor((begun.get(timer) + performance.now()) / 1e3))
    timer.textContent = Math.floor(seconds / 60) + '.' + String(seconds % 60).padStart(2, '0')
  }
}, 1e3)
