// A page that is about to change is looked at again every few seconds, and loaded anew only when it says something
// else, so that whoever reads it or hears it read is not interrupted for nothing.
const content = html => html.getElementById('isi').innerHTML
const said = content(document)
const look = async () => {
  try {
    const answer = await fetch(location, {cache: 'no-store', signal: AbortSignal.timeout(8e3)})
    const now = content(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    if (answer.redirected || answer.ok && now !== said) return location.reload()
  } catch {}
  setTimeout(look, 5e3)
}
setTimeout(look, 5e3)
