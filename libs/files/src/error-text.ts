const ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|#+)$/i;

/** Whether a text is what a spreadsheet writes for a cell it could not reckon, or that was too narrow when it was saved. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && ERROR.test(text.trim());
}
