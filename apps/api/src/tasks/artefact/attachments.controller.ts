import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Config } from '#config';
import { Attachments, type SignedIn } from '#application';
import { Answers } from '../../shared/answers.js';
import { CONFIG } from '#application';
import { RequirePower } from '../../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor } from '../../shared/request-context.js';
import { PAPER, withUpload } from '../../shared/upload.js';
import { TaskId } from '../task-route.js';

const Attached = z.object({ attachmentId: z.uuid() }).meta({ id: 'Attached' });

/** Papers and photos beside a task. */
@Controller('tasks/:taskId/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The content is its key: the same file again finds the first. */
  @Post()
  @HttpCode(200)
  @RequirePower('task:act')
  @ApiConsumes('multipart/form-data')
  @Answers(Attached)
  async add(
    @CurrentActor() actor: SignedIn,
    @TaskId() taskId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof Attached>> {
    return withUpload(request, this.config.exchangeDir, PAPER, async (file) => ({
      attachmentId: await this.attachments.add(actor, taskId, file, request.id),
    }));
  }

  @Get(':attachmentId')
  @RequirePower('task:read')
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg')
  async read(
    @CurrentActor() actor: SignedIn,
    @TaskId() taskId: string,
    @Param('attachmentId', { schema: z.uuid() }) attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, content } = await this.attachments.content(actor, taskId, attachmentId);
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'no-store')
      .send(content);
  }
}
