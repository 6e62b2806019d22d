import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  AddedToComplaint,
  ComplaintCities,
  CONFIG,
  FollowedComplaint,
  HeldComplaint,
  PublicComplaint,
  PublicComplaints,
  TakenComplaint,
} from '#application';
import type { Config } from '#config';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { PHOTO, withUpload } from '../shared/upload.js';

type Followed = Promise<z.infer<typeof FollowedComplaint>>;

/** Complaining and following a complaint, without a session. Number and secret travel in bodies and a header, never in an address. */
@Controller('public/complaints')
export class PublicComplaintsController {
  constructor(
    private readonly complaints: PublicComplaints,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('cities')
  @RequirePower('public')
  @Answers(ComplaintCities)
  async cities(): Promise<z.infer<typeof ComplaintCities>> {
    return this.complaints.cities();
  }

  @Post()
  @RequirePower('public')
  @Answers(TakenComplaint, 201)
  async submit(
    @Body({ schema: PublicComplaint }) form: PublicComplaint,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof TakenComplaint>> {
    return this.complaints.submit(form, request.ip);
  }

  @Post('follow')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(FollowedComplaint)
  async follow(@Body({ schema: HeldComplaint }) held: HeldComplaint, @Req() request: FastifyRequest): Followed {
    return this.complaints.follow(held, request.ip);
  }

  @Post('add')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(FollowedComplaint)
  async add(@Body({ schema: AddedToComplaint }) held: AddedToComplaint, @Req() request: FastifyRequest): Followed {
    return this.complaints.add(held, request.ip);
  }

  @Post('appeal')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(FollowedComplaint)
  async appeal(@Body({ schema: AddedToComplaint }) held: AddedToComplaint, @Req() request: FastifyRequest): Followed {
    return this.complaints.appeal(held, request.ip);
  }

  /** The complaint is there already, so that a photo that is refused loses nothing. Number and secret are headers. */
  @Post('photos')
  @HttpCode(204)
  @RequirePower('public')
  @ApiConsumes('multipart/form-data')
  async photo(@Req() request: FastifyRequest): Promise<void> {
    const { 'x-complaint-number': number, 'x-complaint-secret': secret } = request.headers;
    const held = HeldComplaint.safeParse({ number, secret });
    await withUpload(request, this.config.exchangeDir, PHOTO, async (file) => {
      await this.complaints.addPhoto(held.data ?? { number: '', secret: '' }, file, request.ip);
    });
  }
}
