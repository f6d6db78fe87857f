// Papers to hand in: photos are made smaller on the phone (which also drops where they were taken), what is too large
// is said before it is sent, and a second press does nothing. Without this the form works all the same.
const SIDE = 2000, QUALITY = .82;
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
for (const form of document.querySelectorAll('form[data-unggah]')) {
  const field = form.elements.berkas, button = form.querySelector('[data-sibuk]'), status = form.querySelector('[role=status]');
  const say = (text, kind) => { status.className = kind; status.textContent = text; };
  form.addEventListener('submit', async press => {
    press.preventDefault();
    if (button.getAttribute('aria-disabled')) return;
    let file = field.files[0];
    if (!file?.size) return say(form.dataset.kosong, 'errm');
    button.setAttribute('aria-disabled', true);
    say(button.dataset.sibuk, 'small muted');
    if (file.type.startsWith('image/')) {
      try {
        const small = await shrink(file), one = new DataTransfer();
        one.items.add(small);
        field.files = one.files;
        file = small;
      } catch {} // a browser that cannot sends the photo as it is
    }
    if (file.size <= form.dataset.batas) return form.submit();
    button.removeAttribute('aria-disabled');
    say(form.dataset.besar, 'errm');
  });
  addEventListener('pageshow', () => { button.removeAttribute('aria-disabled'); say('', ''); });
}
