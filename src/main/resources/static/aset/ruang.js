// The part of a waiting room that changes is looked at again by itself, as often as the server says it is worth it.
// Without scripts the page has a link for that.
const place = document.querySelector('[data-ruang]'), said = document.querySelector('main [role=status]')
const title = () => place.querySelector('.nm, h2')?.textContent
const wait = () => {
  const seconds = place.firstElementChild?.dataset.lagi
  if (seconds > 0) setTimeout(look, seconds * (850 + Math.random() * 300))
}
const show = html => {
  const before = title(), focused = place.contains(document.activeElement)
  place.innerHTML = html
  if (focused) place.querySelector('a, button')?.focus({preventScroll: true})
  if (title() !== before) said.textContent = title()
}
const look = async () => {
  try {
    const answer = await fetch(place.dataset.ruang, {cache: 'no-store', signal: AbortSignal.timeout(8e3)})
    if (answer.redirected) return location.reload()
    if (answer.ok) show(await answer.text())
  } catch {}
  wait()
}
wait()
