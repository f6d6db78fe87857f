// What people look for on a page, in their language.
const id = {
  register: 'Daftar dan kirim kode', confirm: 'Lanjutkan', signIn: 'Masuk', signOut: 'Keluar',
  begin: 'Mulai permohonan', save: 'Simpan dan lanjutkan', checkNik: 'Cek NIK dan lanjutkan', goOn: 'Lanjutkan',
  upload: 'Unggah', saveTime: 'Simpan jadwal', send: 'Kirim permohonan', search: 'Cari', seePlaces: 'Lihat jadwal',
  iHavePaid: 'Saya sudah bayar', chooseAgain: 'Pilih jadwal baru', problem: /^Ada kesalahan:/,
  scheduled: 'Terjadwal', waitingForPayment: 'Menunggu pembayaran', expired: 'Kedaluwarsa',
  checkedIn: 'Sudah hadir', inService: 'Sedang dilayani', interviewed: 'Selesai di loket', offline: 'luring',
  checkCode: 'Periksa', comeIn: 'Masuk', used: 'Sudah dipakai', tooEarly: 'Terlalu awal', mistyped: 'Salah ketik',
  unknown: 'Tidak dikenal', startWork: 'Mulai bertugas', callNext: 'Panggil berikutnya', recall: 'Panggil ulang',
  serve: 'Hadir, mulai layani', finish: 'Selesai', absent: 'Tidak hadir', noShow: 'Tidak hadir', missed: 'Terlewat', leave: 'Selesai bertugas',
  called: 'Nomor Anda dipanggil di loket', print: 'Cetak nomor',
  forgotten: 'Lupa kata sandi?', byCode: 'Masuk dengan kode lewat surel', sendCode: 'Kirim kode',
  renew: 'Simpan kata sandi baru', forgottenLetter: /^Kode untuk membuat kata sandi baru/,
  changedLetter: /sudah diganti$/, signInLetter: /^Kode untuk masuk/, ownAccount: 'Akun saya', endSeat: 'Keluarkan',
  seatEnded: 'Akun Anda sudah keluar', addPasskey: 'Tambah kunci sandi', usePasskey: 'Masuk dengan kunci sandi',
  removePasskey: 'Hapus Ponsel saya',
};
const en = {
  register: 'Create account and send code', confirm: 'Continue', signIn: 'Sign in', signOut: 'Sign out',
  begin: 'Start an application', save: 'Save and continue', checkNik: 'Check NIK and continue', goOn: 'Continue',
  upload: 'Upload', saveTime: 'Save time', send: 'Send application', search: 'Search', seePlaces: 'See dates',
  iHavePaid: 'I have paid', chooseAgain: 'Choose a new time', problem: /^Error:/,
  scheduled: 'Scheduled', waitingForPayment: 'Waiting for payment', expired: 'Expired',
  checkedIn: 'Checked in', inService: 'Being served', interviewed: 'Done at the counter', offline: 'offline',
  checkCode: 'Check', comeIn: 'Come in', used: 'Already used', tooEarly: 'Too early', mistyped: 'Mistyped',
  unknown: 'Unknown', startWork: 'Start work', callNext: 'Call next', recall: 'Call again',
  serve: 'Here, start service', finish: 'Done', absent: 'Absent', noShow: 'Absent', missed: 'Missed', leave: 'Finish work',
  called: 'Your number is called at counter', print: 'Print number',
  forgotten: 'Forgot your password?', byCode: 'Sign in with a code by e-mail', sendCode: 'Send code',
  renew: 'Save new password', forgottenLetter: /^Your code to set a new password/,
  changedLetter: /has been changed$/, signInLetter: /^Your code to sign in/, ownAccount: 'My account', endSeat: 'Sign out',
  seatEnded: 'has been signed out', addPasskey: 'Add a passkey', usePasskey: 'Sign in with a passkey',
  removePasskey: 'Delete Ponsel saya',
};

export const WORDS = { id, en };
