import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  type Card,
  CardConfirmation,
  CardDesk,
  CardDetails,
  CardPage,
  CardProof,
  CardQuery,
  CardReader,
  CardSaying,
  CardTotals,
  CardTotalsQuery,
  CardVoid,
  type CommandContext,
  FamilyCards,
  type SignedIn,
} from '#application';
import { translate } from '#messages';
import { Answers, IsCommand } from '../../shared/answers.js';
import { listXlsx, type SheetColumn } from '../../shared/http/list-xlsx.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { Command, CurrentActor } from '../../shared/request-context.js';

const Id = { schema: z.uuid() };
/** As it is written on papers; whatever is no code is no family. */
const Code = { schema: z.string().max(20) };

const word = (key: string): string => translate('id', `distribution:${key}`);
const CARD_SHEET: readonly SheetColumn<Card>[] = [
  { heading: 'NOMOR REFERENSI BANK', width: 26, cell: ({ ref }) => ref },
  { heading: 'KARTU', cell: ({ numberMasked }) => numberMasked },
  { heading: 'BANK', width: 26, cell: ({ bank }) => bank },
  { heading: 'KODE KELUARGA', width: 18, cell: ({ familyCode }) => familyCode },
  { heading: 'KODE WILAYAH', cell: ({ territoryCode }) => territoryCode },
  { heading: 'KELURAHAN', width: 26, cell: ({ territoryName }) => territoryName },
  { heading: 'STATUS', width: 24, cell: ({ state }) => word(`stateIs.${state}`) },
  { heading: 'SEJAK', cell: ({ since }) => since },
  { heading: 'BATAS', cell: ({ dueOn }) => dueOn },
  { heading: 'LEWAT BATAS', cell: ({ isLate }) => (isLate ? 'ya' : 'tidak') },
  {
    heading: 'ALASAN TIDAK DISERAHKAN',
    width: 30,
    cell: ({ reason }) => (reason === '' ? '' : word(`reasonIs.${reason}`)),
  },
  { heading: 'ALASAN DISAHKAN', cell: ({ isConfirmed }) => (isConfirmed ? 'ya' : 'tidak') },
  { heading: 'KETERANGAN BERTENTANGAN', cell: ({ contradicted }) => contradicted },
  { heading: 'DICARI SAMPAI', cell: ({ caseDueOn }) => caseDueOn },
];

/** Debit cards: where each is, why one was not handed over, and what is still missing. */
@Controller()
export class CardsController {
  constructor(
    private readonly cards: CardReader,
    private readonly desk: CardDesk,
  ) {}

  @Get('cards')
  @RequirePower('card:read')
  @Answers(CardPage)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CardQuery }) query: CardQuery,
  ): Promise<z.infer<typeof CardPage>> {
    return this.cards.list(actor, query);
  }

  @Get('cards/xlsx')
  @RequirePower('card:read')
  sheet(@CurrentActor() actor: SignedIn, @Query({ schema: CardQuery }) query: CardQuery): StreamableFile {
    return listXlsx('kartu-kks', CARD_SHEET, (at) => this.cards.list(actor, { ...query, ...at }));
  }

  /** All cards by territory and state: what was made is what is somewhere. */
  @Get('cards/totals')
  @RequirePower('card:read')
  @Answers(CardTotals)
  async totals(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CardTotalsQuery }) query: CardTotalsQuery,
  ): Promise<z.infer<typeof CardTotals>> {
    return this.cards.totals(actor, query);
  }

  /** Reads every word of every card in sight again. */
  @Get('cards/proof')
  @RequirePower('card:read')
  @Answers(CardProof)
  async proof(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof CardProof>> {
    return this.cards.prove(actor);
  }

  @Get('cards/:cardId')
  @RequirePower('card:read')
  @Answers(CardDetails)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('cardId', Id) cardId: string,
  ): Promise<z.infer<typeof CardDetails>> {
    return this.cards.find(actor, cardId);
  }

  /** Where a card is now, or that it was not handed over, and why. */
  @Post('cards/:cardId/words')
  @HttpCode(204)
  @RequirePower('card:read')
  @IsCommand()
  async say(
    @Command() context: CommandContext,
    @Param('cardId', Id) cardId: string,
    @Body({ schema: CardSaying }) saying: CardSaying,
  ): Promise<void> {
    await this.desk.say(context, cardId, saying);
  }

  /** A second person confirms a reason that costs the family its aid. */
  @Post('cards/:cardId/confirm')
  @HttpCode(204)
  @RequirePower('card:confirm')
  @IsCommand()
  async confirm(
    @Command() context: CommandContext,
    @Param('cardId', Id) cardId: string,
    @Body({ schema: CardConfirmation }) command: CardConfirmation,
  ): Promise<void> {
    await this.desk.confirm(context, cardId, command);
  }

  /** Sets a word aside that is not true; it stays readable. */
  @Post('cards/:cardId/set-aside')
  @HttpCode(204)
  @RequirePower('card:confirm')
  @IsCommand()
  async setAside(
    @Command() context: CommandContext,
    @Param('cardId', Id) cardId: string,
    @Body({ schema: CardVoid }) command: CardVoid,
  ): Promise<void> {
    await this.desk.setAside(context, cardId, command);
  }

  /** Cards of a family, as far as the reader's territory has them. */
  @Get('families/:code/cards')
  @RequirePower('card:read')
  @Answers(FamilyCards)
  async ofFamily(
    @CurrentActor() actor: SignedIn,
    @Param('code', Code) code: string,
  ): Promise<z.infer<typeof FamilyCards>> {
    return this.cards.ofFamily(actor, code);
  }
}
