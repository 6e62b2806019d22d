import { DomainError } from '#domain';

/** A city stands once in a list of quotas, or of their changes. Throws QUOTA_TWICE with the field of the command. */
export function demandOnce(lines: readonly { readonly cityCode: string }[], field: 'quotas' | 'lines'): void {
  const twice = lines.find(({ cityCode }, index) => lines.findIndex((each) => each.cityCode === cityCode) < index);
  if (twice === undefined) return;
  throw new DomainError('QUOTA_TWICE', 'a city has one quota', { value: twice.cityCode, field });
}
