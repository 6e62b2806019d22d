import { expect } from '@jest/globals';
import exceljs from 'exceljs';
import type { Scene } from './scene.js';

/** A list as somebody downloads it whole: the values of each row of each sheet, the heading first. */
export async function wholeList(scene: Scene, path: string, username: string): Promise<unknown[][]> {
  const response = await fetch(`${scene.api.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${await scene.api.token(username)}` },
  });
  expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="[a-z-]+\.xlsx"/);
  expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const rows: unknown[][] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow(({ values }) => rows.push((values as unknown[]).slice(1)));
  });
  return rows;
}
