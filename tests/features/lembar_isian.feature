# language: id
Fitur: Lembar isian
  Kepala seksi mengisi triwulannya di mejanya sendiri; yang kembali diambil sekaligus, atau tidak sama sekali.

  Latar Belakang:
    Dengan sebuah berkas kantor dengan indikator "Izin terbit" dan "Surat terjawab"
    Dan "Izin terbit" triwulan II berisi "12"
    Dan lembar isian triwulan II sudah dibagikan

  Skenario: Yang diisi di lembar menjadi isian
    Ketika di lembar "Surat terjawab" diisi "1.234,5"
    Dan lembar diambil
    Maka "Surat terjawab" triwulan II adalah "1234,5"
    Dan "Izin terbit" triwulan II adalah "12"

  Skenario: Lembar yang terlambat tidak membatalkan isian yang lebih baru
    Ketika "Izin terbit" triwulan II di program diisi "15"
    Dan di lembar "Surat terjawab" diisi "8"
    Dan lembar diambil
    Maka "Izin terbit" triwulan II adalah "15"

  Skenario: Yang dihapus di lembar dikosongkan
    Ketika di lembar "Izin terbit" diisi ""
    Dan lembar diambil
    Maka "Izin terbit" triwulan II adalah ""

  Skenario: Satu sel yang salah menahan semuanya
    Ketika di lembar "Surat terjawab" diisi "8"
    Dan di lembar "Izin terbit" diisi "dua belas"
    Maka lembar ditolak karena "“dua belas” bukan angka"
    Dan "Surat terjawab" triwulan II adalah ""

  Skenario: Semuanya satu langkah
    Ketika di lembar "Surat terjawab" diisi "8"
    Dan di lembar "Izin terbit" diisi "13"
    Dan lembar diambil
    Dan pengambilan diurungkan
    Maka "Surat terjawab" triwulan II adalah ""
    Dan "Izin terbit" triwulan II adalah "12"

  Skenario: Indikator yang sudah berubah tidak ditebak
    Ketika di lembar "Surat terjawab" diisi "8"
    Dan indikator "Surat terjawab" diganti menjadi "Surat terjawab tepat waktu"
    Maka lembar ditolak karena "sudah berubah sejak lembar dibuat"
