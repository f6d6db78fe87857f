// The verifier's keys, a picture that turns and grows in its place, and typing that is kept while it is typed.
addEventListener('keydown', event => {
  if (!/^F\d+$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
  const pressed = document.querySelector(`[data-key="${event.key}"]`)
  if (!pressed || event.repeat) return
  event.preventDefault()
  pressed.click()
})

// Up and down go from file to file on the list.
const files = [...document.querySelectorAll('.files .act a')]
addEventListener('keydown', event => {
  if (!/^Arrow(Up|Down)$/.test(event.key) || event.target.closest('input, select, textarea')) return
  const next = files[files.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
})

// A second press while the first is on its way does nothing.
addEventListener('submit', event => {
  const form = event.target
  if (!('once' in form.dataset)) return
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = 1
  setTimeout(() => delete form.dataset.sent, 5e3)
})

const lens = document.querySelector('.lens')
const look = (key, from, to) => event => {
  if (!lens) return
  event.preventDefault()
  const now = +lens.dataset[key] + 1 > to ? from : +lens.dataset[key] + 1
  lens.classList.replace(`${key === 'putaran' ? 'turn' : 'zoom'}-${lens.dataset[key]}`, `${key === 'putaran' ? 'turn' : 'zoom'}-${now}`)
  lens.dataset[key] = now
}
document.querySelector('[data-putar]')?.addEventListener('click', look('putaran', 0, 3))
document.querySelector('[data-besar]')?.addEventListener('click', look('perbesaran', 1, 3))

// What is typed is kept a moment later, wherever the browser, the line or the lease should end.
const form = document.querySelector('[data-simpan]')
const status = form?.querySelector('[data-tersimpan]')
let soon, busy
const keep = async () => {
  const typed = new URLSearchParams(new FormData(form))
  typed.delete('putusan')
  try {
    const answer = await fetch(form.dataset.simpan, {method: 'POST', body: typed, signal: AbortSignal.timeout(8e3)})
    if (answer.ok && form.elements.versi) form.elements.versi.value = await answer.text()
    status.textContent = answer.ok ? status.dataset.tersimpan : answer.status === 409 ? status.dataset.diambil : ''
  } catch {
    status.textContent = ''
  }
}
form?.addEventListener('input', () => {
  clearTimeout(soon)
  soon = setTimeout(() => busy = keep().finally(() => busy = undefined), 900)
})
form?.addEventListener('submit', event => {
  clearTimeout(soon)
  if (!busy) return
  event.preventDefault()
  delete form.dataset.sent
  busy.then(() => form.requestSubmit(event.submitter))
})
