// Prints the number as soon as it is shown, then leaves.
document.querySelector('button[data-print]').addEventListener('click', () => print())
addEventListener('afterprint', () => setTimeout(() => close(), 300))
print()
