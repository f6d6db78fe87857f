// Papers to hand in: photos are made smaller on the phone (which also drops where they were taken), what is too large
// is said before it is sent, how far it has come is seen, and a second press does nothing. A file goes piece by piece by
// the protocol tus, whose client comes when a file is chosen: a line that breaks goes on where it stopped, also when the
// page was left meanwhile. Where that cannot be, and without this, the form brings the file along.
const SIDE = 2000, QUALITY = .82, SECOND = 1000, PAUSES = [1, 2, 4, 8, 15, 30, 0], SILENCE = 30, CHECKED = 90;
const shrink = async file => {
  const photo = await createImageBitmap(file, {imageOrientation: 'from-image'});
  const k = Math.min(1, SIDE / Math.max(photo.width, photo.height));
  const paper = document.createElement('canvas');
  paper.width = Math.round(photo.width * k);
  paper.height = Math.round(photo.height * k);
  const pen = paper.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, paper.width, paper.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(photo, 0, 0, paper.width, paper.height);
  photo.close();
  const small = await new Promise(done => paper.toBlob(done, 'image/jpeg', QUALITY));
  return small && small.size < file.size ? new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', {type: small.type}) : file;
};
let coming;
const client = form => coming ??= new Promise((done, lost) => {
  const script = document.createElement('script');
  script.src = form.dataset.tus;
  script.onload = () => done(self.tus);
  script.onerror = () => { coming = undefined; lost(); };
  document.head.append(script);
});
addEventListener('change', ({target}) => target.form?.matches('[data-unggah]') && client(target.form).catch(() => {}));
// By this a file is known again after the page was left; what it is called stays out of the browser's memory.
const digest = async file => self.crypto?.subtle && [...new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))]
  .map(byte => byte.toString(16).padStart(2, '0')).join('');
const begin = async (form, file) => {
  const {Upload} = await client(form);
  const upload = new Upload(file, {
    endpoint: form.dataset.kiriman, retryDelays: null, removeFingerprintOnSuccess: true, fingerprint: digest,
    headers: {'X-XSRF-TOKEN': form.elements._csrf.value},
  });
  const [before] = await upload.findPreviousUploads();
  if (before) upload.resumeFromPreviousUpload(before);
  return upload;
};
const goOn = (upload, bar) => new Promise((done, lost) => {
  let silence;
  const end = how => wrong => { clearTimeout(silence); how(wrong); };
  const heard = () => { clearTimeout(silence); silence = setTimeout(() => { upload.abort(); lost(); }, SILENCE * SECOND); };
  upload.options.onProgress = (sent, total) => { heard(); bar.max = total; bar.value = sent; };
  upload.options.onSuccess = end(() => done(upload.url.split('/').pop()));
  upload.options.onError = end(lost);
  heard();
  upload.start();
});
// What the house refuses is not tried again, as is what nobody answered and what somebody else went on with.
const isRefused = wrong => { const status = wrong?.originalResponse?.getStatus(); return status >= 400 && ![404, 409].includes(status); };
const send = (form, content, bar) => new Promise((done, lost) => {
  const line = new XMLHttpRequest();
  let silence;
  const heard = (next = SILENCE) => { clearTimeout(silence); silence = setTimeout(() => line.abort(), next * SECOND); };
  line.open('POST', form.action);
  line.responseType = 'document';
  line.upload.onprogress = sent => { heard(); if (content.has('berkas')) { bar.max = sent.total; bar.value = sent.loaded; } };
  line.upload.onload = () => { heard(CHECKED); bar.removeAttribute('value'); };
  line.onload = () => line.response ? done(line) : lost();
  line.onerror = line.onabort = lost;
  line.onloadend = () => clearTimeout(silence);
  heard();
  line.send(content);
});
const until = seconds => new Promise(done => { setTimeout(done, seconds * SECOND); addEventListener('online', done, {once: true}); });
const show = (line, kind) => {
  const there = new URL(line.responseURL);
  if (there.pathname !== location.pathname && line.status < 400) return location.assign(there);
  document.title = line.response.title;
  document.querySelector('main').replaceWith(line.response.querySelector('main'));
  const wrong = document.querySelector('.errsum'), paper = document.getElementById(kind);
  if (wrong) return wrong.focus();
  const status = paper?.form.querySelector('[role=status]');
  if (status) setTimeout(() => { status.textContent = paper.form.dataset.sudah; });
  paper?.form.querySelector('[type=submit]').focus({preventScroll: true});
};
addEventListener('submit', async press => {
  const form = press.target;
  if (!form.matches('[data-unggah]')) return;
  press.preventDefault();
  const field = form.elements.berkas, button = form.querySelector('[data-sibuk]'), status = form.querySelector('[role=status]');
  const say = (text, kind) => { status.className = kind; status.textContent = text; };
  if (button.getAttribute('aria-disabled')) return;
  let file = field.files[0];
  if (!file?.size) return say(form.dataset.kosong, 'errm');
  button.setAttribute('aria-disabled', true);
  say(button.dataset.sibuk, 'small muted');
  if (file.type.startsWith('image/')) {
    try { file = await shrink(file); } catch {} // a browser that cannot sends the photo as it is
  }
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', button.dataset.sibuk);
  const end = (text, kind) => { bar.remove(); button.removeAttribute('aria-disabled'); say(text, kind); };
  if (file.size > form.dataset.batas) return end(form.dataset.besar, 'errm');
  const content = new FormData(form);
  content.set('berkas', file, file.name);
  status.before(bar);
  let upload, whole;
  for (const pause of PAUSES) {
    try {
      if (!whole) {
        upload ??= await begin(form, file);
        const arrived = await goOn(upload, bar);
        content.delete('berkas');
        content.set('unggahan', arrived);
        content.set('nama', file.name);
      }
      whole = true;
      return show(await send(form, content, bar), field.id);
    } catch (wrong) {
      if (isRefused(wrong) || !upload && navigator.onLine) { // the form brings the file along, and is told why if that is no better
        whole = true;
        continue;
      }
    }
    if (!pause) break;
    say(form.dataset.putus, 'small muted');
    if (whole) bar.removeAttribute('value');
    await until(pause);
  }
  end(form.dataset.gagal, 'errm');
});
