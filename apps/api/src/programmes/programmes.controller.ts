import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { ProgrammeReader, Programmes } from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';

/** What may be paid, and how much of it. */
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammeReader) {}

  @Get()
  @RequirePower('period:read')
  @Answers(Programmes)
  async list(): Promise<z.infer<typeof Programmes>> {
    return this.programmes.list();
  }
}
