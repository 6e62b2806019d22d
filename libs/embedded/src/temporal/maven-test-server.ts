import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { duration, type Say } from '../system/say.js';
import { cacheDir } from './cache-dir.js';
import { onPath, runTool } from './run-tool.js';

const VERSION = '1.31.0';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>amanah</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

const WRAPPER = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

/** The executable made from Maven's artefacts, once it is made. */
export function mavenTestServer(): string | undefined {
  const wrapper = join(home(), 'temporal-test-server');
  return existsSync(wrapper) ? wrapper : undefined;
}

/** Makes the time-skipping server out of Maven's artefacts. Undefined where there is no Java, no Maven or no shell. */
export async function fetchMavenTestServer(say: Say): Promise<string | undefined> {
  const mvn = onPath('mvn');
  if (mvn === undefined || onPath('java') === undefined || process.platform === 'win32') return undefined;
  const started = Date.now();
  const doing = `Temporal test server: fetching ${VERSION} with Maven`;
  say(doing);
  mkdirSync(cacheDir(), { recursive: true });
  const workshop = mkdtempSync(join(cacheDir(), 'fetching-'));
  try {
    writeFileSync(join(workshop, 'pom.xml'), POM);
    const goal = [
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(workshop, 'lib')}`,
    ];
    await runTool({ file: mvn, args: ['-B', '-q', ...goal], cwd: workshop, doing, say });
    writeFileSync(join(workshop, 'temporal-test-server'), WRAPPER);
    chmodSync(join(workshop, 'temporal-test-server'), 0o755);
    rmSync(home(), { recursive: true, force: true });
    renameSync(workshop, home());
    say(`Temporal test server: fetched in ${duration(Date.now() - started)}`);
    return mavenTestServer();
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function home(): string {
  return join(cacheDir(), `temporal-test-server-${VERSION}`);
}
