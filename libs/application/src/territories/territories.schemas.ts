import { z } from 'zod';

export const RegionImportAnswer = z
  .object({
    sha256: z.string(),
    isApplied: z.boolean(),
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** Regions that stand and that the list lacks; none is deleted. */
    missing: z.number().int(),
    mistakes: z.number().int(),
    /** Mistakes, or where there are none what changes and what is missing; the first thousand. */
    issues: z.array(
      z.object({
        row: z.number().int().nullable(),
        column: z.string(),
        code: z.string(),
        details: z.record(z.string(), z.string()),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'RegionImport' });
export type RegionImportAnswer = z.infer<typeof RegionImportAnswer>;

/** Longitude and latitude, WGS 84, as in GeoJSON: polygons of rings of positions. */
const Polygons = z
  .array(z.array(z.array(z.tuple([z.number(), z.number()]).readonly()).readonly()).readonly())
  .readonly();

export const TerritoryOutlines = z
  .object({
    territoryCode: z.string(),
    /** The parts that have an outline, by code. */
    parts: z.array(z.object({ territoryCode: z.string(), name: z.string(), polygons: Polygons })),
  })
  .meta({ id: 'TerritoryOutlines' });
