export {
  findingIssue,
  findingSentence,
  noteIssue,
  noteSentence,
  type RosterIssue,
  type RosterPlace,
} from './roster-sentences.js';
export { type Language, LANGUAGES, languageOf, type RefusalCode, translate } from './translate.js';
