/**
 * Given and family names from many parts of the world, eight and eight of each. Everybody in the company, whatever their
 * story, is drawn from here in the same way, so that no name says anything about a label.
 */
const LISTS = `
Amara Chidi Ngozi Emeka Ifeoma Tunde Yetunde Obinna | Okafor Adeyemi Balogun Eze Nwosu Olawale Ibekwe Danjuma
Lucía Mateo Valentina Joaquín Renata Tomás Ximena Emilio | Herrera Villalobos Quiroga Arrieta Montoya Salcedo Ibarra Pizarro
Aarav Meera Rohan Ishita Kabir Ananya Vikram Leela | Deshpande Bhattacharya Iyer Chaudhary Nambiar Saxena Gokhale Pillai
Sofie Mikkel Astrid Jonas Freja Henrik Liv Anders | Lindqvist Haugen Dalgaard Nyström Bergstrand Solheim Kvist Engen
Minh Linh Quang Thao Duc Huong Bao Trang | Nguyen Pham Hoang Vu Dang Bui Truong Lam
Katarzyna Marek Zofia Tomasz Agnieszka Pawel Ewelina Wojciech | Nowicki Zielinska Wrona Malinowski Sikora Gajewska Borkowski Lis
Haruto Sakura Kenji Yui Takumi Aoi Ren Naomi | Fujimoto Ishikawa Kobayashi Matsuda Okubo Shimizu Taniguchi Uemura
Leila Omar Yasmin Karim Nour Tariq Salma Idris | Haddad Benali Mansour Farouk Khoury Sabbagh Zaidi Rahmani
João Beatriz Thiago Larissa Rafael Camila Otávio Helena | Carvalho Moreira Figueiredo Teixeira Barreto Sampaio Queiroz Vasconcelos
Ji-woo Min-seo Seung-ho Ha-eun Dong-hyun Soo-ah Tae-yang Ye-rin | Kang Yoon Baek Shim Nam Cho Ryu Heo
Chloé Mathis Élodie Bastien Manon Hugo Capucine Théo | Lefebvre Marchand Delacroix Fontaine Guérin Perrot Roussel Vasseur
Elif Mert Zeynep Kerem Defne Baris Selin Emre | Yildirim Demirel Kaplan Aksoy Erdogdu Sahin Tekin Uzun
Wei Xinyi Jun Meiling Hao Lifang Zhen Yating | Zhao Liang Xu Feng Qian Tang Luo Peng
Olena Taras Iryna Bohdan Sofiia Ostap Daryna Maksym | Shevchuk Kovalenko Bondar Lysenko Tkachenko Moroz Rudenko Hnatiuk
Grace Callum Isla Rory Morag Ewan Bronwyn Dylan | Drummond Llewellyn Ainsworth Macrae Pemberton Tregarth Whitlock Fairbairn
Wanjiru Kamau Achieng Barasa Nyambura Otieno Chebet Mwangi | Kiplagat Wekesa Njoroge Odhiambo Mutua Cheruiyot Kariuki Auma
Sari Adi Dewi Bayu Putri Rizky Intan Dimas | Wibowo Hartono Santoso Kusuma Prasetyo Lestari Siregar Halim
Marisol Jomar Althea Paolo Divina Rommel Tala Andres | Bautista Magsaysay Dimaculangan Salonga Pangilinan Lacson Villareal Abad
Matteo Giulia Lorenzo Chiara Davide Ilaria Nicolò Elisa | Bianchi Ferrante Galli Moretti Sartori Valenti Zanetti Colombo
Keisha Marcus Tamika Darnell Jasmine Terrence Monique Andre | Whitaker Freeman Gaines Holloway Pettway Ransom Tolliver Battle
`

export const NAME_LISTS = LISTS.trim()
  .split('\n')
  .map((line) => {
    const [given = '', family = ''] = line.split('|')
    return { given: given.trim().split(' '), family: family.trim().split(' ') }
  })

/** Where people say they live; drawn apart from the names, because people move. */
export const PLACES = [
  'Lisbon, Portugal',
  'Toronto, Canada',
  'Nairobi, Kenya',
  'Austin, TX',
  'Kraków, Poland',
  'Bengaluru, India',
  'Porto Alegre, Brazil',
  'Gothenburg, Sweden',
  'Manila, Philippines',
  'Chicago, IL',
  'Valencia, Spain',
  'Lagos, Nigeria',
  'Seoul, South Korea',
  'Denver, CO',
  'Lyon, France',
  'Surabaya, Indonesia',
  'Montevideo, Uruguay',
  'Leeds, United Kingdom',
  'Atlanta, GA',
  'Osaka, Japan',
  'Izmir, Türkiye',
  'Guadalajara, Mexico',
  'Halifax, Canada',
  'Da Nang, Vietnam',
  'Turin, Italy',
  'Portland, OR',
  'Accra, Ghana',
  'Tallinn, Estonia',
  'Bogotá, Colombia',
  'Philadelphia, PA',
  'Taipei, Taiwan',
  'Graz, Austria',
  'Cork, Ireland',
  'Pune, India',
  'Minneapolis, MN',
  'Casablanca, Morocco',
] as const

/** Answers to the voluntary questions of the form. Drawn by chance: what they hold must make no difference. */
export const NATIONALITIES = [
  'Canadian',
  'Nigerian',
  'Polish',
  'Brazilian',
  'Indian',
  'Swedish',
  'Filipino',
  'American',
  'Spanish',
  'Korean',
  'French',
  'Indonesian',
  'Uruguayan',
  'British',
  'Japanese',
  'Turkish',
  'Mexican',
  'Vietnamese',
  'Italian',
  'Ghanaian',
  'Estonian',
  'Colombian',
  'Taiwanese',
  'Austrian',
  'Irish',
  'Moroccan',
  'Ukrainian',
  'Kenyan',
] as const
export const GENDERS = ['Female', 'Male', 'Non-binary', 'Declined to say'] as const
export const DISABILITIES = ['No disability declared', 'Has a disability', 'Prefers not to answer'] as const

/** Area codes for the numbers that are reserved for fiction: +1 NXX 555 0100 to 0199. */
export const AREA_CODES = [
  202, 206, 212, 215, 303, 305, 312, 313, 404, 410, 412, 415, 416, 503, 504, 512, 514, 602, 604, 612, 613, 614, 617, 619, 702, 704, 713,
  801, 902, 919,
] as const
