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

const button = document.querySelector('[data-camera]'), view = document.querySelector('[data-view]')
const refused = document.querySelector('[data-refused]')
if ('BarcodeDetector' in window && navigator.mediaDevices) button.hidden = false

button.addEventListener('click', async () => {
  try {
    const detector = new BarcodeDetector({formats: ['qr_code', 'code_128']})
    view.srcObject = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}})
    view.hidden = false
    button.hidden = true
    await view.play()
    sessionStorage.kamera = 1
    const read = async () => {
      const [code] = await detector.detect(view).catch(() => [])
      if (!code) return setTimeout(read, 200)
      view.srcObject.getTracks().forEach(track => track.stop())
      field.value = code.rawValue
      form.requestSubmit()
    }
    read()
  } catch {
    delete sessionStorage.kamera
    view.hidden = true
    refused.hidden = false
    ready()
  }
})
