// Copy buttons. Without this file they stay hidden, and the text can be selected and copied by hand.
for (const button of navigator.clipboard ? document.querySelectorAll('[data-salin]') : []) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.salin).textContent.trim();
    await navigator.clipboard.writeText(text);
    button.parentElement.querySelector('[role=status]').textContent = button.dataset.sudah;
  });
}
