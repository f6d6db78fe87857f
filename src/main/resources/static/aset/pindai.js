// The door: the field is always ready for a scanner that types; the camera reads codes where the browser can.
const form = document.querySelector('[data-scan]'), field = form.elements.kode
const ready = () => field.focus({preventScroll: true})
ready()
addEventListener('focus', ready)
field.addEventListener('blur', () => setTimeout(() => document.activeElement === document.body && ready(), 200))

// Enter on the empty field prints the number that was just given.
form.addEventListener('submit', event => {
  if (field.value.trim()) return
  event.preventDefault()
  document.querySelector('.verdict.ok [data-print]')?.click()
})

// A window of its own, which closes itself when the number is printed.
document.querySelector('a[data-print]')?.addEventListener('click', event => {
  if (open(event.currentTarget.href, 'nomor')) event.preventDefault()
})

// Once switched on the camera stays on from one person to the next. The pass it has just read is not read again.
const button = document.querySelector('[data-camera]'), view = document.querySelector('[data-view]')
const refused = document.querySelector('[data-refused]')
const kept = sessionStorage

if ('BarcodeDetector' in window && navigator.mediaDevices) {
  button.hidden = false
  button.addEventListener('click', () => view.srcObject ? close() : watch())
  if (kept.kamera) watch()
}

async function watch() {
  try {
    const detector = new BarcodeDetector({formats: ['qr_code', 'code_128']})
    view.srcObject = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}})
    await view.play()
    kept.kamera = 1
    show(true)
    read(detector)
  } catch {
    close()
    refused.hidden = false
  }
}

async function read(detector) {
  if (!view.srcObject) return
  const [code] = await detector.detect(view).catch(() => [])
  if (!code || code.rawValue === kept.terbaca) return setTimeout(read, 200, detector)
  kept.terbaca = field.value = code.rawValue
  form.requestSubmit()
}

function close() {
  view.srcObject?.getTracks().forEach(track => track.stop())
  view.srcObject = null
  delete kept.kamera
  delete kept.terbaca
  show(false)
}

function show(on) {
  view.hidden = !on
  refused.hidden = true
  button.lastElementChild.textContent = on ? button.dataset.off : button.dataset.on
  ready()
}
