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
};

export const WORDS = { id, en };
