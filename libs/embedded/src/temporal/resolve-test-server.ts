import { silent, type Say } from '../system/say.js';
import { fetchMavenTestServer, mavenTestServer } from './maven-test-server.js';
import { sdkDownload, sdkDownloaded } from './sdk-download.js';

const NO_WAY = `Temporal's time-skipping test server cannot be had on this machine. Do one of these and try again:
  - set TEMPORAL_TEST_SERVER to its executable;
  - allow downloads from temporal.download;
  - install Java and Maven, so that it can be fetched from Maven Central.`;

/** The executable of the server that skips time in tests. A repeat finds what the last one fetched. */
export async function resolveTestServer(say: Say = silent): Promise<string> {
  const found = process.env['TEMPORAL_TEST_SERVER'] ?? mavenTestServer() ?? sdkDownloaded('time-skipping');
  if (found) return found;
  const fetched = (await sdkDownload('time-skipping', say)) ?? (await fetchMavenTestServer(say));
  if (fetched === undefined) throw new Error(NO_WAY);
  return fetched;
}
