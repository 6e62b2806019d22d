import { applyDecorators, HttpCode, Param } from '@nestjs/common';
import { z } from 'zod';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';

/** The task in the address. */
export const TaskId = (): ParameterDecorator => Param('taskId', { schema: z.uuid() });

/** A command on tasks: who may act on tasks at all, with a key, answered with 200. */
export const ActsOnTasks = (answer: z.ZodType): MethodDecorator =>
  applyDecorators(HttpCode(200), RequirePower('task:act'), IsCommand(), Answers(answer));
