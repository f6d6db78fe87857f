// Prints the number as soon as it is shown, then leaves.
document.querySelector('button[data-print]').addEventListener('click', () => print())
if (opener) addEventListener('afterprint', () => setTimeout(close, 300))
print()
