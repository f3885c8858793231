/** Worked sums of plans, each with the section of the fact sheet that it rests on; the figures stand here as numbers on purpose. */
import type { FlagValues } from '../../../src/commands/command.ts';

export interface BookingCase {
  flags: FlagValues;
  booked: number;
  verdict: string;
  /** Further numbers: the largest duration that passes, least and most charge, least and most calls. */
  largest?: number;
  charge?: [number, number];
  calls?: [number, number];
  from: string;
}

export const BOOKINGS: BookingCase[] = [
  // Booking by generation and size.
  { flags: { spaces: '0.51.3' }, booked: 90, verdict: 'unknown', charge: [60, 90], from: '§2 None = 60 s, large on Blackwell ×1.5' },
  { flags: { duration: '60' }, booked: 90, verdict: 'unknown', from: '§2 duration=60 books 90 s as large on Blackwell' },
  { flags: { duration: '60', size: 'xlarge' }, booked: 120, verdict: 'unknown', from: '§2 xlarge 60 → 120, without the factor' },
  { flags: { size: 'xlarge', tier: 'free' }, booked: 120, verdict: 'fits', from: '§2 default 60 s, doubled' },
  { flags: { duration: '60', spaces: '0.49.1' }, booked: 60, verdict: 'unknown', charge: [60, 60], from: '§17 factor: none before 0.50' },
  { flags: { duration: '60', spaces: '0.50.0' }, booked: 90, verdict: 'unknown', from: '§2 0.50.x multiplies' },
  { flags: { duration: '60', spaces: '0.48.0', size: 'xlarge' }, booked: 120, verdict: 'unknown', from: '§2 xlarge doubles' },
  { flags: { duration: '180' }, booked: 270, verdict: 'unknown', from: '§2 source 180 → 270 s' },
  { flags: { duration: '90.5' }, booked: 135.75, verdict: 'unknown', from: '§2 int or float seconds' },
  { flags: { duration: '2m' }, booked: 180, verdict: 'unknown', from: '§2 ×1.5' },
  // Charge: effective time, doubled on xlarge, on large unverified.
  {
    flags: { duration: '60', size: 'xlarge', takes: '45' },
    booked: 120,
    verdict: 'unknown',
    charge: [90, 90],
    from: '§3 45 s effective on xlarge costs 90',
  },
  {
    flags: { duration: '60', takes: '45' },
    booked: 90,
    verdict: 'unknown',
    charge: [45, 67.5],
    from: '§19 whether the charge carries ×1.5 is not verified',
  },
  { flags: { duration: '60', takes: '45', spaces: '0.49' }, booked: 60, verdict: 'unknown', charge: [45, 45], from: '§3 effective time' },
  // A whole day of every tier.
  {
    flags: { duration: '60', tier: 'anonymous' },
    booked: 90,
    verdict: 'fits',
    largest: 80,
    calls: [1, 1],
    from: '§3 anonymous 2 min; §18.5',
  },
  {
    flags: { duration: '60', size: 'xlarge', tier: 'anonymous' },
    booked: 120,
    verdict: 'fits',
    largest: 60,
    calls: [1, 1],
    from: '§3 anonymous 2 min',
  },
  { flags: { duration: '80', tier: 'anonymous' }, booked: 120, verdict: 'fits', largest: 80, from: '§3 requested against remaining' },
  {
    flags: { duration: '81', tier: 'anonymous' },
    booked: 121.5,
    verdict: 'illegal-duration',
    largest: 80,
    from: '§3 best reading of the per-call maximum',
  },
  { flags: { duration: '180', tier: 'anonymous' }, booked: 270, verdict: 'illegal-duration', from: '§3 anonymous refused at 270' },
  {
    flags: { duration: '180', tier: 'free' },
    booked: 270,
    verdict: 'fits',
    largest: 200,
    calls: [1, 1],
    from: '§3 free passed a 270 request',
  },
  {
    flags: { duration: '180', size: 'xlarge', tier: 'free' },
    booked: 360,
    verdict: 'illegal-duration',
    largest: 150,
    from: '§3 xlarge 180 (= 360) refused for free',
  },
  { flags: { duration: '200', tier: 'free' }, booked: 300, verdict: 'fits', from: '§3 free 5 min' },
  { flags: { duration: '300', tier: 'free' }, booked: 450, verdict: 'illegal-duration', largest: 200, from: '§3 free 5 min' },
  { flags: { duration: '300', tier: 'pro' }, booked: 450, verdict: 'fits', largest: 1600, calls: [5, 7], from: '§3 PRO 40 min' },
  { flags: { duration: '1500', tier: 'pro' }, booked: 2250, verdict: 'fits', calls: [1, 1], from: '§3 PRO 40 min' },
  {
    flags: { duration: '1500', size: 'xlarge', tier: 'pro' },
    booked: 3000,
    verdict: 'illegal-duration',
    largest: 1200,
    from: '§3 PRO 40 min',
  },
  { flags: { duration: '600', tier: 'team' }, booked: 900, verdict: 'fits', largest: 1600, calls: [2, 3], from: '§3 Team 40 min' },
  {
    flags: { duration: '1500', size: 'xlarge', tier: 'enterprise' },
    booked: 3000,
    verdict: 'fits',
    largest: 1800,
    from: '§3 Enterprise 60 min',
  },
  {
    flags: { duration: '2401', tier: 'enterprise' },
    booked: 3601.5,
    verdict: 'illegal-duration',
    largest: 2400,
    from: '§3 Enterprise 60 min',
  },
  // Against what is left.
  {
    flags: { duration: '120', size: 'xlarge', tier: 'free', left: '200' },
    booked: 240,
    verdict: 'quota-exceeded',
    largest: 100,
    from: '§3 gate: requested vs remaining',
  },
  {
    flags: { duration: '65', left: '81' },
    booked: 97.5,
    verdict: 'quota-exceeded',
    largest: 54,
    from: '§2 declared less than left and still refused',
  },
  {
    flags: { duration: '120', left: '176', tier: 'anonymous' },
    booked: 180,
    verdict: 'quota-exceeded',
    largest: 117,
    from: '§2 "120s requested vs. 176s left" refused 180; §3 balances above the documented 120',
  },
  { flags: { duration: '60', left: '90', tier: 'free' }, booked: 90, verdict: 'fits', largest: 60, from: '§3 requested vs remaining' },
  {
    flags: { duration: '60', left: '89.9', tier: 'free' },
    booked: 90,
    verdict: 'quota-exceeded',
    largest: 59,
    from: '§3 requested vs remaining',
  },
  {
    flags: { duration: '10', left: '268', tier: 'free', takes: '10' },
    booked: 15,
    verdict: 'fits',
    calls: [17, 26],
    from: '§3 268 s left after use',
  },
  {
    flags: { duration: '60', left: '0', tier: 'pro' },
    booked: 90,
    verdict: 'quota-exceeded',
    largest: 0,
    calls: [0, 0],
    from: '§3 60s requested vs. 0s left',
  },
  { flags: { duration: '60', left: '-14' }, booked: 90, verdict: 'quota-exceeded', largest: 0, from: '§4 row 2, 2024 wordings' },
  {
    flags: { duration: '300', left: '100', tier: 'free' },
    booked: 450,
    verdict: 'illegal-duration',
    largest: 66,
    from: '§4 row 1: no reset would ever help',
  },
  { flags: { duration: '60', left: '60', spaces: '0.40' }, booked: 60, verdict: 'fits', from: '§17 no factor before 0.50' },
  // With the number of a refusal.
  { flags: { duration: '180', requested: '270' }, booked: 270, verdict: 'unknown', from: '§2 ×1.5 → newer than 0.50.x' },
  { flags: { duration: '60', requested: '120' }, booked: 120, verdict: 'unknown', from: '§2 ×2 → xlarge' },
  {
    flags: { requested: '65', left: '81' },
    booked: 97.5,
    verdict: 'quota-exceeded',
    from: '§2 0.50.x prints the unmultiplied value for large',
  },
  {
    flags: { requested: '270', spaces: '0.51.0', size: 'large' },
    booked: 270,
    verdict: 'unknown',
    from: '§2 later versions show the multiplied value',
  },
];

export interface MemoryCase {
  params: string;
  dtype: string;
  overhead?: string;
  weightsGB: number;
  needGB: number;
  size: string;
  from: string;
}

const W = '§13 weights only';
const CARDS = '§13 large 48, xlarge 96 GB';

export const MEMORIES: MemoryCase[] = [
  { params: '7b', dtype: 'fp32', weightsGB: 28, needGB: 33.6, size: 'large', from: W },
  { params: '7B', dtype: 'bf16', weightsGB: 14, needGB: 16.8, size: 'large', from: '§13 7B 14 GB' },
  { params: '7b', dtype: 'fp16', weightsGB: 14, needGB: 16.8, size: 'large', from: W },
  { params: '7b', dtype: 'fp8', weightsGB: 7, needGB: 8.4, size: 'large', from: W },
  { params: '7b', dtype: 'int8', weightsGB: 7, needGB: 8.4, size: 'large', from: W },
  { params: '7b', dtype: 'nf4', weightsGB: 3.85, needGB: 4.62, size: 'large', from: W },
  { params: '13b', dtype: 'fp32', weightsGB: 52, needGB: 62.4, size: 'xlarge', from: CARDS },
  { params: '13,000,000,000', dtype: 'bf16', weightsGB: 26, needGB: 31.2, size: 'large', from: CARDS },
  { params: '13b', dtype: 'fp16', weightsGB: 26, needGB: 31.2, size: 'large', from: CARDS },
  { params: '13b', dtype: 'fp8', weightsGB: 13, needGB: 15.6, size: 'large', from: W },
  { params: '13b', dtype: 'int8', weightsGB: 13, needGB: 15.6, size: 'large', from: W },
  { params: '13b', dtype: 'nf4', weightsGB: 7.15, needGB: 8.58, size: 'large', from: W },
  { params: '27b', dtype: 'fp32', weightsGB: 108, needGB: 129.6, size: 'none', from: CARDS },
  { params: '27b', dtype: 'bf16', weightsGB: 54, needGB: 64.8, size: 'xlarge', from: '§13 27B 54 GB → xlarge' },
  { params: '27b', dtype: 'bf16', overhead: '0', weightsGB: 54, needGB: 54, size: 'xlarge', from: '§13 27B 54 GB → xlarge' },
  { params: '27b', dtype: 'fp8', weightsGB: 27, needGB: 32.4, size: 'large', from: W },
  { params: '27b', dtype: 'int8', weightsGB: 27, needGB: 32.4, size: 'large', from: W },
  { params: '27b', dtype: 'nf4', weightsGB: 14.85, needGB: 17.82, size: 'large', from: W },
  { params: '70b', dtype: 'fp32', weightsGB: 280, needGB: 336, size: 'none', from: CARDS },
  { params: '70e9', dtype: 'bf16', weightsGB: 140, needGB: 168, size: 'none', from: '§13 70B 140 GB → quantise' },
  { params: '70b', dtype: 'int8', weightsGB: 70, needGB: 84, size: 'xlarge', from: '§13 70B int8 70 GB → xlarge' },
  { params: '70b', dtype: 'fp8', weightsGB: 70, needGB: 84, size: 'xlarge', from: '§13 70B 8 bit 70 GB → xlarge' },
  { params: '70b', dtype: 'nf4', weightsGB: 38.5, needGB: 46.2, size: 'large', from: '§13 4-bit ≈ 0.55, 70B ≈ 40 GB' },
  { params: '70b', dtype: 'int8', overhead: '50', weightsGB: 70, needGB: 105, size: 'none', from: CARDS },
  {
    params: '12b+5b',
    dtype: 'bf16',
    weightsGB: 34,
    needGB: 40.8,
    size: 'large',
    from: '§13 every other model placed on cuda at start adds up',
  },
  { params: '12b, 5b, 8b', dtype: 'bf16', weightsGB: 50, needGB: 60, size: 'xlarge', from: '§13 models add up' },
  { params: '1.5b', dtype: 'bf16', weightsGB: 3, needGB: 3.6, size: 'large', from: W },
  { params: '24b', dtype: 'bf16', overhead: '0', weightsGB: 48, needGB: 48, size: 'large', from: CARDS },
  { params: '24.1b', dtype: 'bf16', overhead: '0%', weightsGB: 48.2, needGB: 48.2, size: 'xlarge', from: CARDS },
];
