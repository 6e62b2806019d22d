import type { Content } from 'pdfmake/interfaces.js';
import type { NamedFamily, OutreachPaper } from '#application';
import { indonesianDate } from '#domain';
import { translate } from '#messages';
import { BLANK, facts, heading } from '../documents/paper-parts.js';
import { kelurahanHead, plainPaper, toBeSigned } from './outreach-paper.js';

/** Between the margins of half a sheet. */
const LINE = 339;

/** Invitations to a session, one family to a page of half a sheet; number and signature are the lurah's to write. */
export async function invitationsPdf(
  paper: OutreachPaper & { readonly families: readonly NamedFamily[] },
): Promise<Buffer> {
  const pages = paper.families.flatMap((family, place) => invitation(paper, family, place > 0));
  return plainPaper('Undangan sosialisasi', pages, 'A5');
}

function invitation(paper: OutreachPaper, family: NamedFamily, isNext: boolean): Content[] {
  const { session } = paper;
  const { fullName, address, rt, rw, kpmCode } = family;
  return [
    { text: '', ...(isNext && { pageBreak: 'before' as const }) },
    ...kelurahanHead(paper, LINE),
    ...heading('UNDANGAN'),
    { text: `Nomor: ${BLANK}`, alignment: 'center', margin: [0, 0, 0, 8] },
    { text: 'Kepada Yth.' },
    { text: fullName, bold: true },
    { text: [address, rt === '' ? '' : `RT ${rt}`, rw === '' ? '' : `RW ${rw}`].filter(Boolean).join(', ') },
    {
      text: `Mengharap kehadiran Saudara dalam sosialisasi Program Sembako: ${translate('id', `outreach:topicIs.${session.topic}`)}.`,
      margin: [0, 8, 0, 0],
    },
    facts([
      ['Tanggal', indonesianDate(session.onDay)],
      ['Pukul', `${session.startsAt.replace(':', '.')} WIB`],
      ['Tempat', session.place],
      ['Narasumber', session.speaker],
    ]),
    {
      text: `Bila berhalangan, Saudara dapat diwakili anggota keluarga. Bawalah undangan ini (kode ${kpmCode}). Tidak dipungut biaya; petugas tidak menanyakan PIN.`,
      fontSize: 8,
    },
    toBeSigned('LURAH'),
  ];
}
