import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

type OpenApiSchema = Record<string, unknown>;

/** Schemas with an id, by that id; `describeApi` puts them where `$ref` looks for them. */
export const namedSchemas: Record<string, OpenApiSchema> = {};

/** The OpenAPI form of a schema, its named parts moved to `components`. */
function openApi(schema: z.ZodType): OpenApiSchema {
  const json = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'output', unrepresentable: 'any' });
  const { definitions = {}, ...root } = JSON.parse(
    JSON.stringify(json).replaceAll('"#/definitions/', '"#/components/schemas/'),
  ) as OpenApiSchema & { definitions?: Record<string, OpenApiSchema> };
  Object.assign(namedSchemas, definitions);
  return root;
}

/** Documents what a route answers with; the OpenAPI file and the web's client types come from it. */
export const Answers = (schema: z.ZodType, status = 200): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status, schema: openApi(schema), description: 'ok' }),
    ApiResponse({ status: 'default', schema: openApi(Problem), description: 'problem+json' }),
  );

/** A command: it changes something, so it carries a key by which a repeat finds the first answer. */
export const IsCommand = (): MethodDecorator =>
  ApiHeader({ name: 'Idempotency-Key', required: true, description: 'a fresh UUID per command; the same on a retry' });

/** RFC 9457 with Amanah's stable code and every reason at once. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ code: z.string(), message: z.string(), field: z.string().optional() })),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
