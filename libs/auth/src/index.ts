export { activationHash, newActivationCode } from './activation-code.js';
export { mailCode } from './mail-code.js';
export { hashPassword, passwordMatches } from './password.js';
export { hashToken, newToken } from './token.js';
export { isEasilyGuessed } from './password-strength.js';
export { codeHash, readableCode } from './readable-code.js';
