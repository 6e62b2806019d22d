export { type Language, LANGUAGES, languageOf, translate } from './translate.js';
