import pdfmake from 'pdfmake';
import type { z } from 'zod';
import type { ActivationCode } from '#application';
import { indonesianDate, jakartaDate } from '#domain';
import '../shared/pdf-fonts.js';

/** One sheet to be folded and handed over closed: to whom outside, the code inside. */
export async function activationLetter(
  { username, fullName, code, expiresAt }: z.infer<typeof ActivationCode>,
  where: string,
  title = 'Kode aktivasi akun Amanah',
): Promise<Buffer> {
  const line = (text: string, more: object = {}) => ({
    text,
    margin: [0, 0, 0, 6] as [number, number, number, number],
    ...more,
  });
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [56, 56, 56, 56],
      defaultStyle: { font: 'Roboto', fontSize: 11 },
      content: [
        line('RAHASIA: hanya dibuka oleh penerima', { bold: true, fontSize: 13 }),
        line(`Kepada ${fullName}`, { margin: [0, 12, 0, 220] }),
        line('-------------------------------- lipat di sini --------------------------------', {
          alignment: 'center',
        }),
        line(title, { bold: true, fontSize: 13, margin: [0, 40, 0, 12] }),
        line(`Nama pengguna: ${username}`),
        line(`Kode: ${code}`, { fontSize: 16 }),
        line(`Berlaku sampai ${indonesianDate(jakartaDate(expiresAt))}, sekali pakai.`),
        line(`Buka ${where}/activate, masukkan nama pengguna dan kode, lalu buat sandi sendiri.`),
        line('Bila lipatan sudah terbuka saat Anda terima, jangan pakai kode ini: minta surat baru.'),
      ],
    })
    .getBuffer();
}
