// Passkeys. Without this file, or in a browser that knows none, the button stays hidden and the other ways remain.
const able = window.PublicKeyCredential?.parseCreationOptionsFromJSON && PublicKeyCredential.prototype.toJSON;
const device = {
  add: publicKey => navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey)}),
  use: publicKey => navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey)}),
};
for (const form of able ? document.querySelectorAll('[data-kunci]') : []) {
  form.hidden = false;
  document.querySelectorAll('[data-tanpa-kunci]').forEach(note => note.hidden = true);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button'), failed = form.querySelector('[data-gagal]');
    button.disabled = true;
    failed.hidden = true;
    try {
      const asked = await fetch(form.dataset.pilihan, {method: 'POST', body: new URLSearchParams({_csrf: form.elements._csrf.value})});
      if (!asked.ok) throw new Error(asked.status);
      form.elements[form.dataset.jawab ?? 'answer'].value = JSON.stringify((await device[form.dataset.kunci](await asked.json())).toJSON());
      form.submit();
    } catch {
      failed.hidden = false; // the person closed the device's question, or the network is away
      button.disabled = false;
    }
  });
}
