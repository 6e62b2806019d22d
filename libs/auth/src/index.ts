export { hashPassword, passwordMatches } from './password.js';
export { hashToken, newToken } from './token.js';
