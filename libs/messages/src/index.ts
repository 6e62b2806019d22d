export { type Language, LANGUAGES, languageOf, type RefusalCode, translate } from './translate.js';
