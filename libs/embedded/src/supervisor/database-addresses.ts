/** How the owner of the schema signs in, who migrates, and how everything else does. */
export interface DatabaseAddresses {
  readonly owner: string;
  readonly application: string;
}

const APPLICATION = 'amanah_app';

/**
 * Both addresses as the user set them (DATABASE_OWNER_URL, DATABASE_URL). Where only one is set it is the owner's, as
 * the embedded server's is where none is; the application then signs in beside it as a role that `migrate` makes.
 */
export function databaseAddresses(env: NodeJS.ProcessEnv, embedded: string, password: string): DatabaseAddresses {
  const { DATABASE_OWNER_URL: owner, DATABASE_URL: application } = env;
  if (owner && application) return { owner, application };
  const found = owner ?? application ?? embedded;
  return { owner: found, application: asApplication(found, password) };
}

/** The same database, signed in to as the application. */
export function asApplication(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APPLICATION;
  url.password = encodeURIComponent(password);
  return url.href;
}
