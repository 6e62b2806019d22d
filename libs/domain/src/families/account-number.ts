/** Ten digits at BNI and Pos, up to sixteen elsewhere. */
export const ACCOUNT_NUMBER = /^\d{10,16}$/;
