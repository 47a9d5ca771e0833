import disposable from 'disposable-email-domains/index.json' with { type: 'json' }
import wildcards from 'disposable-email-domains/wildcard.json' with { type: 'json' }

/** Mailbox providers by the first label, because many have one domain a country. */
const FREE_MAIL = new Set(
  (
    'gmail googlemail outlook hotmail live msn yahoo ymail rocketmail aol icloud me mac proton protonmail pm gmx web mail zoho yandex ' +
    'tutanota tuta fastmail hey naver daum hanmail kakao nate qq 163 126 sina foxmail rediffmail rambler bk inbox list seznam wp onet ' +
    'libero virgilio orange free laposte wanadoo sfr comcast verizon att sbcglobal bellsouth cox charter btinternet sky virginmedia ' +
    't-online freenet posteo mailbox duck mozmail privaterelay simplelogin passmail'
  ).split(' '),
)

/** Where anybody opens an account, puts a page or a program: the host says nothing about the person. */
const SHARED_HOSTS = new Set(
  (
    'github.com github.io gitlab.com gitlab.io bitbucket.org linkedin.com google.com docs.google.com drive.google.com sites.google.com ' +
    'dropbox.com onedrive.live.com sharepoint.com icloud.com facebook.com instagram.com x.com twitter.com t.me telegram.org discord.com ' +
    'discord.gg medium.com notion.so notion.site behance.net dribbble.com kaggle.com stackoverflow.com youtube.com upwork.com fiverr.com ' +
    'freelancer.com vercel.app netlify.app herokuapp.com pages.dev workers.dev web.app firebaseapp.com azurewebsites.net cloudfront.net ' +
    'amazonaws.com s3.amazonaws.com blogspot.com wordpress.com wixsite.com weebly.com webflow.io carrd.co replit.app render.com fly.dev ' +
    'surge.sh glitch.me codepen.io npmjs.com pypi.org bit.ly tinyurl.com linktr.ee calendly.com zoom.us'
  ).split(' '),
)

/** Second labels under which registries of many countries let anybody register: `co`, `com`, `ac` before two letters. */
const UNDER_TWO_LETTERS = new Set(
  'co com net org gov edu ac or ne go re pe gob gouv govt mil sch nom ltd plc me id web info biz'.split(' '),
)

const DISPOSABLE: ReadonlySet<string> = new Set([...disposable, ...wildcards])

/** Why this domain is many people's, as a sentence; undefined where nothing says so. */
export function sharedDomain(domain: string): string | undefined {
  const labels = domain.split('.')
  const [first = '', last = ''] = [labels[0], labels.at(-1)]
  if (labels.length === 1) return `"${domain}" is an ending of addresses, under which anybody registers.`
  if (labels.length === 2 && last.length === 2 && UNDER_TWO_LETTERS.has(first))
    return `"${domain}" is an ending of addresses, under which anybody registers: it would touch everybody with such an address.`
  if (SHARED_HOSTS.has(domain)) return `"${domain}" is a service on which anybody has an account or a page.`
  if (labels.length <= 3 && FREE_MAIL.has(first)) return `"${domain}" is a mailbox provider with very many customers.`
  if (DISPOSABLE.has(domain)) return `"${domain}" hands out mailboxes to anybody.`
  return undefined
}
