// Papers to hand in: photos are made smaller on the phone (which also drops where they were taken), what is too large
// is said before it is sent, how far it has come is seen, a line that breaks is tried again until it holds, and a second
// press does nothing. The server keeps a file once, however often it comes. Without this the form works all the same.
const SIDE = 2000, QUALITY = .82, SECOND = 1000, PAUSES = [1, 2, 4, 8, 15, 30], SILENCE = 30, CHECKED = 90;
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
const send = (form, content, bar) => new Promise((done, lost) => {
  const line = new XMLHttpRequest();
  let silence;
  const heard = (next = SILENCE) => { clearTimeout(silence); silence = setTimeout(() => line.abort(), next * SECOND); };
  line.open('POST', form.action);
  line.responseType = 'document';
  line.upload.onprogress = sent => { heard(); bar.max = sent.total; bar.value = sent.loaded; };
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
  for (const pause of [...PAUSES, 0]) {
    try { return show(await send(form, content, bar), field.id); } catch {}
    if (!pause) break;
    say(form.dataset.putus, 'small muted');
    bar.removeAttribute('value');
    await until(pause);
  }
  end(form.dataset.gagal, 'errm');
});
