import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import pdfmake from 'pdfmake';

const require = createRequire(import.meta.url);
const FONTS = require.resolve('pdfmake/fonts/Roboto.js');

// The fonts that every reader has know no true minus sign and no letter outside Western Europe; this one travels in the file.
pdfmake.addFonts(require(FONTS) as Parameters<typeof pdfmake.addFonts>[0]);
// Nothing else in a paper comes from elsewhere, whatever is written in it.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(dirname(FONTS)));
