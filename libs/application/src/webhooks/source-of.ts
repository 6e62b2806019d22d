import type { Config } from '#config';

/** Which installation speaks, for systems that hear more than one. */
export const sourceOf = ({ publicUrl }: Pick<Config, 'publicUrl'>): string => publicUrl ?? 'urn:amanah';
