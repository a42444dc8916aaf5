# language: id
Fitur: Realisasi satu triwulan
  Staf mengisi apa yang dicapai; program menghitung capaiannya dan tidak pernah kehilangan isian.

  Latar Belakang:
    Dengan sebuah berkas kantor dengan jabatan "Kepala Seksi Pelayanan Umum"
    Dan indikator "Persentase izin tepat waktu" dengan target 80 dan rasio "izin tepat waktu" per "permohonan"

  Skenario: Triwulan yang terisi langsung berangka
    Ketika triwulan I diisi pembilang "45" dan penyebut "60"
    Maka realisasi triwulan I adalah "75,00 %"
    Dan capaian triwulan I adalah "93,75 %" dengan kategori "Sangat Tinggi"

  Skenario: Kosong bukan nol
    Ketika triwulan I diisi pembilang "45" dan penyebut "60"
    Maka realisasi setahun adalah "75,00 %"
    Ketika triwulan II diisi pembilang "0" dan penyebut "30"
    Maka realisasi setahun adalah "50,00 %"

  Skenario: Penyebut nol tidak dapat dihitung
    Ketika triwulan I diisi pembilang "0" dan penyebut "0"
    Maka triwulan I tidak dapat dihitung karena "penyebut 0"

  Skenario: Angka yang berarti ganda ditanyakan, tidak ditebak
    Maka "1.234" ditolak dengan pilihan "1234" atau "1,234"
    Dan "abc" ditolak dan tidak ada yang berubah

  Skenario: Urungkan mengembalikan, juga di berkas
    Ketika triwulan I diisi pembilang "45" dan penyebut "60"
    Dan isian terakhir diurungkan
    Dan berkas dibuka kembali
    Maka triwulan I berisi pembilang "45" dan penyebut ""

  Skenario: Isian selamat tanpa menutup program
    Ketika triwulan III diisi pembilang "12,5" dan penyebut "50"
    Dan program mati mendadak lalu berkas dibuka kembali
    Maka triwulan III berisi pembilang "12,5" dan penyebut "50"
