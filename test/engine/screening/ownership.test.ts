import { describe, expect, it } from 'vitest'
import { readBlockedCsv, readOwnershipCsv } from '../../../src/engine/screening/ownership-csv.ts'
import { answerOwnership } from '../../../src/engine/screening/ownership.ts'
import { ownershipSentences } from '../../../src/engine/screening/ownership-words.ts'

const DAY = '2026-11-28'
const ask = (owns: string, blocked: string, day = DAY) => {
  const found = answerOwnership(readOwnershipCsv(owns).rows, readBlockedCsv(blocked).rows, day)
  const of = (entity: string) => found.answers.find((answer) => answer.entity === entity)
  return { found, of, says: (entity: string) => ownershipSentences(of(entity)!, day).join(' ') }
}

describe('who is blocked by ownership', () => {
  const owns = [
    'owner,owned,share,from,to,source',
    'Person X,Alder Holding,50,2020-01-01,,register extract 12',
    'Person X,Birch Trading,25 %,,,annual report',
    'alder  holding,Cedar Works,25,,,share register',
    'Birch Trading,Cedar Works,25,,,share register',
  ].join('\n')
  it('says of each entity how much, through whom, and where it stands', () => {
    const { of, says } = ask(owns, 'party,source\nPerson X,list entry 7')
    expect(of('Alder Holding')).toMatchObject({ standing: 'blocked-by-rule', share: 50, proof: 1 })
    expect(of('Cedar Works')).toMatchObject({
      standing: 'below',
      share: 25,
      through: [{ owner: 'Alder Holding', because: 'blocked-by-rule' }],
    })
    expect(says('Alder Holding')).toContain(
      'blocked persons own 50 % of it. Person X (listed) holds 50 % (line 2, register extract 12, from 2020-01-01).',
    )
    expect(says('Cedar Works')).toContain('25 % short of half')
    expect(says('Cedar Works')).toContain('The stake of Birch Trading (not blocked) of 25 % (line 5, share register) does not count')
    expect(of('Person X')?.standing).toBe('listed')
  })
  it('is asked as of a day, and remembers what was', () => {
    const sold = 'owner,owned,share,from,to\nPerson X,Alder,60,2019,2023-05\nPerson X,Alder,20,2023-06,'
    expect(ask(sold, 'party\nPerson X', '2023-05-31').of('Alder')?.standing).toBe('blocked-by-rule')
    const now = ask(sold, 'party\nPerson X')
    expect(now.of('Alder')).toMatchObject({ standing: 'below', share: 20, until: '2023-05-31' })
    expect(now.says('Alder')).toContain('Until 2023-05-31 blocked persons owned half or more')
    // Before the person was blocked nothing was.
    expect(ask(sold, 'party,from\nPerson X,2024-01-01').of('Alder')?.until).toBeUndefined()
    const nobody = ask(sold, 'party,to\nPerson X,2020-12-31')
    expect(nobody.found.answers).toEqual([])
    expect(nobody.found.notes.join(' ')).toContain('Nobody is blocked on this day')
  })
  it('does not take control for ownership', () => {
    const { of, says } = ask(
      'owner,owned,share,basis\nPerson X,Alder,,control\nPerson X,Birch,30,shares\nPerson X,Birch,,board seat',
      'party\nPerson X',
    )
    expect(of('Alder')).toMatchObject({ standing: 'below', share: 0 })
    expect(says('Alder')).toContain('Control is not ownership and does not count.')
    expect(of('Birch')).toMatchObject({ share: 30, control: [{ owner: 'Person X' }] })
  })
  it('says what is unknown, disputed and contradictory', () => {
    const { of, says } = ask(
      'owner,owned,share\nPerson X,Alder,30\nPerson Y,Alder,\nPerson X,Birch,40\nPerson X,Birch,60\nPerson X,Cedar,49.9\nSomebody,Dogwood,70\nPerson X,Dogwood,50',
      'party\nPerson X\nPerson Y',
    )
    expect(of('Alder')).toMatchObject({ standing: 'could-be', share: 30, atMost: 100 })
    expect(says('Alder')).toContain('The stake of Person Y (listed) of unknown size (line 3) is not counted in full')
    expect(of('Birch')).toMatchObject({ standing: 'could-be', share: 40, atMost: 60, unknown: [{ disputed: true }] })
    expect(says('Birch')).toContain('the records contradict each other')
    expect(says('Cedar')).toContain('0.1 % short of half')
    expect(of('Dogwood')).toMatchObject({ standing: 'blocked-by-rule', contradiction: 120 })
    expect(says('Dogwood')).toContain('The records contradict each other: they give 120 % of Dogwood in all.')
  })
})

describe('tables of owners', () => {
  const shareOf = (share: string) => readOwnershipCsv(`owner;owned;share\nA;B;"${share}"`)
  it.each([
    ['50', 50e9, 50e9],
    ['50 %', 50e9, 50e9],
    ['33,3', 33.3e9, 33.3e9],
    ['25-50', 25e9, 50e9],
    ['>25', 25e9 + 1, 100e9],
    ['≥ 50%', 50e9, 100e9],
    ['<10', 0, 10e9 - 1],
    ['49.99999999999', 49_999_999_999, 49_999_999_999],
    ['', 0, 100e9],
    ['unknown', 0, 100e9],
  ])('"%s" is %d to %d', (share, least, most) => expect(shareOf(share).rows[0]).toMatchObject({ least, most }))
  it.each(['half', '101', '-5', '50-25', '1e2', '5 0 0', '>25-50', '٥٠'])('"%s" is no share', (share) => {
    expect(shareOf(share).rows).toEqual([])
    expect(shareOf(share).leftOut).toMatchObject([{ at: 'line 2' }])
  })
  it('leaves out bad rows by line and goes on', () => {
    const { rows, leftOut } = readOwnershipCsv(
      'Owner,Entity,Percent,From,To\nA,B,50,,\n,B,50,,\nA,,50,,\nA,C,50,2024-13-01,\nA,C,50,2024,2023\nA,D,10,2024,2024-02',
    )
    expect(rows.map((row) => row.owned)).toEqual(['B', 'D'])
    expect(rows[1]).toMatchObject({ from: '2024-01-01', to: '2024-02-31', at: 'line 7' })
    expect(leftOut.map((row) => row.at)).toEqual(['line 3', 'line 4', 'line 5', 'line 6'])
  })
  it.each([
    ['', 'The file is empty'],
    ['a,b\n1,2', 'needs the columns owner and owned'],
    ['owner,owned\n"A,B\n', 'cannot be read to its end: Quote Not Closed'],
  ])('%j is refused', (text, says) => expect(() => readOwnershipCsv(text)).toThrow(says))
})
