/** The token under which every process provides its configuration (`Config` of #config), read once. */
export const CONFIG = Symbol('amanah:config');
