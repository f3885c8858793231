/** Secrets that are known by how they begin or look, wherever they stand: THE table of services. */
import type { Span } from './names.ts';
import type { Reading } from './reading.ts';
import { isRandom } from './values.ts';

/** What a secret is made of behind its beginning. */
const BODIES = {
  letters: /[A-Za-z0-9]*/y,
  upper: /[A-Z0-9]*/y,
  words: /[\w-]*/y,
  dotted: /[\w.~+/=-]*/y,
} as const;
type Body = keyof typeof BODIES;

interface Row {
  service: string;
  body: Body;
  /** Fewer characters are no secret. */
  least: number;
  /** A word may begin so: no letter or digit stands before, and what follows looks drawn by lot. */
  isCommon: boolean;
}

const TABLE = new Map<string, Row>();

/** A service, how its secrets begin, what follows and how much of it at the least. */
function known(service: string, beginnings: string, body: Body, least: number): void {
  for (const beginning of beginnings.split(' ')) TABLE.set(beginning, { service, body, least, isCommon: false });
}

/** The same, for beginnings that words have too. */
function common(service: string, beginnings: string, body: Body, least: number): void {
  for (const beginning of beginnings.split(' ')) TABLE.set(beginning, { service, body, least, isCommon: true });
}

known('Hugging Face', 'hf_ api_org_', 'letters', 16);
known('Hugging Face', 'hf_jwt_ hf_oauth_ hf_app_', 'dotted', 16);
common('Hugging Face, the first ones', 'api_', 'letters', 30);

common('OpenAI and those who do as it does', 'sk-', 'words', 20);
known('OpenAI, Anthropic, OpenRouter, Langfuse', 'sk-proj- sk-svcacct- sk-admin- sk-ant- sk-or- sk-lf-', 'words', 20);
known('Groq', 'gsk_', 'letters', 20);
known('Replicate', 'r8_', 'letters', 24);
known('NVIDIA', 'nvapi-', 'words', 24);
common('xAI', 'xai-', 'words', 24);
known('Perplexity', 'pplx-', 'words', 24);
known('Jina', 'jina_', 'words', 24);
known('Tavily', 'tvly-', 'words', 16);
known('Pinecone', 'pcsk_', 'words', 24);
known('LangSmith', 'lsv2_pt_ lsv2_sk_ lsv2_ ls__', 'words', 24);
common('Fireworks', 'fw_ fpk_', 'letters', 16);
common('ElevenLabs and others', 'sk_', 'letters', 32);
known('Together', 'tgp_v1_', 'words', 24);
common('Cerebras', 'csk-', 'words', 24);
known('LlamaCloud', 'llx-', 'words', 24);
common('Firecrawl', 'fc-', 'letters', 24);
common('Voyage', 'pa-', 'words', 32);
known('Weights & Biases', 'wandb_v1_', 'words', 24);
common('Modal', 'ak- as-', 'letters', 20);
common('RunPod', 'rpa_', 'letters', 24);
known('Apify', 'apify_api_', 'letters', 24);
known('E2B', 'e2b_', 'letters', 24);
known('Kaggle', 'KGAT_', 'letters', 24);

known('GitHub', 'ghp_ gho_ ghu_ ghs_ ghr_', 'letters', 20);
known('GitHub', 'github_pat_', 'words', 20);
known('GitLab', 'glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- glffct-', 'dotted', 16);
known('Bitbucket, Atlassian', 'ATBB ATATT3', 'dotted', 24);
known('npm', 'npm_', 'letters', 24);
known('PyPI', 'pypi-AgE', 'words', 24);
known('RubyGems', 'rubygems_', 'letters', 24);
known('Docker', 'dckr_pat_ dckr_oat_', 'words', 16);
known('DigitalOcean', 'dop_v1_ doo_v1_ dor_v1_', 'letters', 24);
known('Heroku', 'HRKU-', 'words', 24);
known('Netlify', 'nfp_', 'letters', 24);
known('Vercel', 'vcp_ vck_ vca_ vci_ vcr_', 'letters', 24);
known('Render', 'rnd_', 'letters', 20);
known('Fly.io', 'fo1_ fm1r_ fm1a_ fm2_', 'dotted', 24);
known('Supabase', 'sbp_ sb_secret_', 'words', 20);
known('PlanetScale', 'pscale_tkn_ pscale_pw_ pscale_oauth_', 'dotted', 24);
common('Databricks', 'dapi dose', 'letters', 32);
known('Notion', 'ntn_', 'letters', 24);
common('Notion, the first ones', 'secret_', 'letters', 32);
known('Linear', 'lin_api_ lin_oauth_', 'letters', 24);
known('Figma', 'figd_', 'words', 24);
known('Postman', 'PMAK-', 'words', 24);
known('Sentry', 'sntrys_ sntryu_', 'dotted', 24);
known('Grafana', 'glsa_ glc_', 'dotted', 24);
known('New Relic', 'NRAK- NRII- NRJS-', 'words', 20);
known('Doppler', 'dp.pt. dp.st. dp.ct. dp.sa.', 'dotted', 24);
known('Vault', 'hvs. hvb. hvr.', 'words', 24);
known('1Password', 'ops_ey', 'dotted', 24);
known('age', 'AGE-SECRET-KEY-1', 'upper', 24);
known('Shopify', 'shpat_ shpca_ shppa_ shpss_', 'letters', 24);
known('Square', 'sq0atp- sq0csp-', 'words', 20);
known('Stripe', 'sk_live_ sk_test_ rk_live_ rk_test_ whsec_', 'letters', 10);
known('SendGrid', 'SG.', 'dotted', 40);
known('Mailgun', 'key-', 'letters', 32);
known('Brevo', 'xkeysib- xsmtpsib-', 'words', 24);
known('Slack', 'xoxa- xoxb- xoxc- xoxd- xoxe- xoxe. xoxo- xoxp- xoxr- xoxs- xapp-', 'dotted', 10);
known('Slack', 'hooks.slack.com/services/ hooks.slack.com/workflows/ hooks.slack.com/triggers/', 'dotted', 10);
known('Discord', '/api/webhooks/', 'dotted', 40);
common('Google', 'AIza', 'words', 35);
known('Google', 'GOCSPX- 1//0', 'words', 20);
known('Google', 'ya29.', 'dotted', 20);
common('Amazon', 'AKIA ASIA ABIA ACCA', 'upper', 16);
known('Amazon', 'ABSK bedrock-api-key-', 'dotted', 60);
common('Alibaba', 'LTAI', 'letters', 16);
known('Cloudflare', 'v1.0-', 'words', 100);
common('Facebook', 'EAA', 'letters', 80);
known('OpenShift', 'sha256~', 'words', 40);
known('Prefect', 'pnu_ pnb_', 'letters', 24);
common('Pulumi', 'pul-', 'letters', 40);
known('Sourcegraph', 'sgp_', 'words', 24);
known('Tailscale', 'tskey-', 'words', 16);
known('Contentful', 'CFPAT-', 'words', 24);
known('Duffel', 'duffel_live_ duffel_test_', 'words', 24);
known('Dynatrace', 'dt0c01. dt0s01.', 'dotted', 40);
known('EasyPost', 'EZAK EZTK', 'letters', 54);
known('Flutterwave', 'FLWSECK-', 'words', 16);
known('ReadMe', 'rdme_', 'letters', 40);
known('Shippo', 'shippo_live_ shippo_test_', 'letters', 24);
known('Artifactory', 'AKCp cmVmd', 'letters', 50);
known('Scalingo', 'tk-us-', 'words', 40);
known('HubSpot', 'pat-na1- pat-eu1-', 'words', 24);
known('CircleCI, Buildkite', 'CCIPAT_ bkua_', 'words', 24);
known('Adobe', 'p8e-', 'letters', 32);

/** Longer beginnings first: `sk-ant-` says more than `sk-`. */
const BEGINNING = new RegExp(
  [...TABLE.keys()]
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|'),
  'g',
);

/** Secrets without a beginning of their own, by their shape: JSON web tokens, Telegram, Discord, Twilio, Azure, Terraform, Airtable, fal, keys in PEM. */
const SHAPES: readonly RegExp[] = [
  /(?<![A-Za-z0-9])(?<kept>eyJ)[\w-]{8,4000}\.[\w-]{8,4000}(?:\.[\w-]{0,4000})?/g,
  /(?<!\d)(?<kept>\d{8,10}:)AA[\w-]{32,40}(?![\w-])/g,
  /(?<![A-Za-z0-9])(?<kept>[MNO][A-Za-z\d]{2})[\w-]{20,25}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g,
  /(?<![A-Za-z0-9])(?<kept>SK)[0-9a-f]{32}(?![A-Za-z0-9])/g,
  /(?<kept>)[\w~.]{3}\dQ~[\w~.-]{31,40}/g,
  /(?<![A-Za-z0-9])(?<kept>)[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,80}/g,
  /(?<![A-Za-z0-9])(?<kept>pat)[A-Za-z0-9]{14}\.[a-f0-9]{64}/g,
  /(?<![A-Za-z0-9])(?<kept>)[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}:[a-f0-9]{32}(?![\w-])/g,
  /(?<kept>-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[^-]{8,8000}/g,
];

/** Every one of them has a piece this long, and few lines of a log have one: a cheap look before a dear one. */
const LONG_PIECE = /[\w-]{13}/;

/** Every secret that is known by its beginning or its shape. */
export function knownSecrets({ text }: Reading): Span[] {
  return LONG_PIECE.test(text) ? [...begun(text), ...shaped(text)] : [];
}

function begun(text: string): Span[] {
  const spans: Span[] = [];
  BEGINNING.lastIndex = 0;
  for (let found = BEGINNING.exec(text); found; found = BEGINNING.exec(text)) {
    const start = BEGINNING.lastIndex;
    const row = TABLE.get(found[0]) as Row;
    const end =
      row.isCommon && /[A-Za-z0-9]$/.test(text.slice(Math.max(0, found.index - 1), found.index)) ? start : endOfBody(text, start, row);
    if (end > start) spans.push({ start, end });
    BEGINNING.lastIndex = Math.max(end, found.index + 1);
  }
  return spans;
}

/** By more of it nothing is judged. */
const SAMPLE = 200;
/** Shorter ones are words of a table. */
const LEAST_BEHIND_TAB = 24;

/** Where the secret ends; its start, when it is none. */
function endOfBody(text: string, start: number, { body, least, isCommon }: Row): number {
  const sample = pieceAt(text.slice(start, start + SAMPLE), 0, body);
  if (sample.length < least || (isCommon && !isRandom(sample))) return endBehindTab(text, start, sample, body, least);
  return start + pieceAt(text, start, body).length;
}

/** A tab has become two blanks. What goes on behind them as if it had not been there belongs to it. */
function endBehindTab(text: string, start: number, first: string, body: Body, least: number): number {
  const from = start + first.length + 2;
  if (first.length < 2 || !text.startsWith('  ', from - 2)) return start;
  const second = pieceAt(text.slice(from, from + SAMPLE), 0, body);
  const both = first + second;
  return both.length >= Math.max(least, LEAST_BEHIND_TAB) && isRandom(both) ? from + second.length : start;
}

function pieceAt(text: string, start: number, body: Body): string {
  const expression = BODIES[body];
  expression.lastIndex = start;
  return expression.exec(text)?.[0] ?? '';
}

function shaped(text: string): Span[] {
  return SHAPES.flatMap((shape) =>
    [...text.matchAll(shape)].map((found) => ({
      start: found.index + (found.groups?.kept?.length ?? 0),
      end: found.index + found[0].length,
    })),
  );
}
