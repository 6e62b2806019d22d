import { BadRequestException, StandardSchemaValidationPipe } from '@nestjs/common';

/** Checks bodies, queries and parameters against their zod schema and names every field that is wrong. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new BadRequestException({
        issues: [
          { code: 'REQUEST_INVALID', details: {} },
          ...issues.map((issue) => ({
            code: 'FIELD_INVALID',
            field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
            details: { message: issue.message },
          })),
        ],
      }),
  });
