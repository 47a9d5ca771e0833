import type { ColumnMap } from '../column-map.ts'
import plain from './plain.ts'

const { name, 'first-name': first, 'last-name': last, email, phone } = plain.columns

/** The company's own list of who works for it: personnel, equipment, second factors, networks of laptops. */
export default {
  id: 'workers',
  title: 'Table of workers',
  from: 'our own; the template in samples/workers.csv',
  columns: {
    name: [...name, 'Worker', 'Worker name', 'Employee', 'Employee name', 'Contractor', 'Contractor name'],
    'first-name': first,
    'last-name': last,
    email: [...email, 'Private email', 'Work email', 'User email'],
    phone,
    'postal-address': ['Home address', 'Address', 'Postal address', 'Residential address'],
    worker: ['Worker id', 'Employee id', 'Employee number', 'Personnel number', 'Contractor id', 'Staff id', 'User id'],
    notice: ['Monitoring notice', 'Notice acknowledged', 'Notice acknowledged at', 'Monitoring notice acknowledged', 'Notice given'],
    'ship-to': ['Shipping address', 'Delivery address', 'Ship to', 'Shipped to', 'Equipment address', 'Laptop shipping address'],
    'shipped-at': ['Shipped', 'Shipped at', 'Shipped on', 'Ship date', 'Shipping date', 'Delivered at', 'Delivered on'],
    'shipped-item': ['Item', 'Equipment', 'Shipped item'],
    'mfa-device': ['MFA device', 'MFA device id', 'Authenticator', 'Authenticator id', 'Security key', 'Security key id', 'Second factor'],
    'mfa-phone': ['MFA phone', 'MFA phone number', 'Code phone', 'SMS phone', 'Phone for codes'],
    'enrolled-at': ['Enrolled at', 'MFA enrolled at', 'Enrolled on', 'Enrolment date', 'Enrollment date'],
    laptop: ['Laptop', 'Laptop id', 'Laptop serial', 'Asset tag', 'Managed device'],
    'laptop-ip': ['Laptop IP', 'Laptop network', 'Laptop public IP', 'Public IP', 'Managed device IP'],
    'laptop-bssid': ['BSSID', 'Laptop BSSID', 'Access point', 'Wi-Fi access point'],
    'laptop-seen-at': ['Seen at', 'Seen on', 'Last seen', 'Laptop seen at', 'Check-in', 'Checked in at'],
    'bank-account': ['Bank account', 'Account number', 'IBAN', 'Bank account number', 'Payout account'],
    'bank-code': ['Bank code', 'Routing number', 'Sort code', 'BIC', 'SWIFT', 'Bank'],
    'payment-service': ['Payment service', 'Payout service', 'Wallet service'],
  },
} as const satisfies ColumnMap
