"""First names that are common in these islands, of every nation and community.

A list never holds everybody. `plain_names` also asks about an unlisted name by what stands around
it, and a person must look.
"""

from __future__ import annotations

from .word_lists import listed

GIVEN = frozenset(
    listed("""
    Aaliyah Aarav Aaron Abbas Abbie Abby Abdi Abdifatah Abdikadir Abdirahman Abdul Abdullah
    Abdulrahman Abebe Abena Abeni Abid Abigail Abiodun Abiola Abosede Achieng Adaeze Adanna
    Adaobi Ade Adebayo Adebola Adeel Adele Adeola Adetola Adil Adjoa Adnan Adrian Adwoa Aeron
    Afia Afua Afzal Agata Agnes Agnieszka Ahmad Ahmed Aidan Aiden Ailbhe Ailean Aileen Ailsa
    Aimee Aine Áine Aisha Aisling Ajay Akhtar Akin Akosua Akua Alaa Alan Alana Alasdair Alastair
    Albert Alberto Aldo Alec Aled Alejandro Aleksander Aleksandra Aleksandrs Alessandra
    Alessandro Alex Alexander Alexandra Alf Alfie Alfred Alhassan Ali Alia Alice Alicia Alicja
    Alina Alis Alison Alistair Aliyu Allan Allison Almaz Alok Alonso Alun Alwyn Alyson Ama
    Amadou Amaka Amal Amanda Amelia Amelie Amina Aminah Aminata Amir Amit Amjad Amoah Amrit
    Amrita Amy Ana Analyn Anan Anand Anca Andrea Andrei Andrew Andrzej Andy Aneela Aneta Aneurin
    Angela Angharad Aniela Anika Anil Anisa Anita Anjali Anjum Ann Anna Annabel Anne Anneliese
    Annette Annie Ansar Anthea Anthony Antoni Antonia Antonio Antony Anwar Anwen Aoibheann Aoife
    Aonghas Archie Arjun Arlene Arnel Arnold Arthur Arturo Arun Aruna Arwel Asaad Asha Ashleigh
    Ashok Ashraf Asif Asma Astrid Audrey Avraham Awena Ayaan Ayesha Ayman Ayodeji Ayodele
    Ayomide Aysha Azad Azhar Aziz Azra Babar Babatunde Babs Balbir Baldev Baljit Balwinder
    Barbara Barney Bartek Bartosz Bashiir Bashir Bayani Baz Beata Beatrice Beatriz Becky Bedwyr
    Behrouz Belinda Ben Benjamin Berhane Bernadette Bernard Bernice Bernie Bert Bertha Berwyn
    Beryl Bessie Beth Bethan Bethany Betsy Betty Bev Bharat Bhavna Bianca Bich Bilal Billie
    Billy Bjorn Björn Bláthnaid Blodwen Bob Bobbie Bobby Bogdan Bogdana Bogusław Boguslaw
    Bolanle Bonnie Bozena Bożena Brenda Brendan Brian Bríd Bridget Bridie Brigitte Brónach
    Bronagh Bronwen Bruno Bryan Bryony Buddug Bukola Bushra Cairistìona Caitlin Caleb Callum
    Calum Camilla Candice Caoimhe Caolan Cara Carla Carlos Carly Carmel Carmela Carmen Carolina
    Caroline Carolyn Carrie Carys Cathal Catherine Cathie Cathy Catrin Catriona Catrìona Cecil
    Cecilia Cedric Ceinwen Celia Ceri Cerys Chaim Chana Chandra Charles Charlie Cheryl Chiamaka
    Chidi Chidinma Chika Chike Chinedu Chinwe Chioma Chloe Chris Chrissie Christina Christine
    Christopher Chukwuemeka Cian Ciara Ciaran Cillian Cindy Claire Clara Clarence Clarissa
    Claude Claudia Clifford Cliona Clíona Clive Clodagh Coinneach Colette Colin Colleen Colm
    Colum Concepcion Connie Connor Conor Consuelo Cordelia Corinne Cormac Crisanto Cristian
    Cristina Curtis Cuthbert Cynthia Cyril Czesław Czeslaw Dafydd Dagmara Dai Dáithí Daljit
    Damian Damien Damilola Dan Daniel Danielle Danny Danuta Daphne Dara Daria Darius Dariusz
    Darragh Darren Daud Dave David Davie Davy Dawit Dayo Daz Deb Debbie Deborah Debs Declan
    Deepa Deepak Deian Deiniol Deirdre Delia Delroy Delyth Denis Denise Dennis Deqa Derek Dermot
    Derrick Desmond Dewi Diana Diane Diarmuid Dilip Dilnaz Dilys Dinah Dinesh Divya Dmitri
    Dmytro Dolly Dòmhnall Domingo Dominic Donal Donald Donna Donncha Donnchadh Doreen Doris
    Dorota Dorothy Dougal Dougie Dov Duncan Dwayne Dwynwen Dyfan Dyfrig Dylan Eabha Éabha
    Eachann Ealasaid Eamon Eamonn Ebele Ebrill Edgar Edie Edith Edmund Edna Eduardo Edward Edwin
    Edyta Efa Effie Efua Eifion Eileen Eilidh Eilir Eimear Eira Eirian Eirlys Eirwen Eirys Ejike
    Ekow Elaine Eleanor Elen Elena Eleri Elfed Elgan Elif Elin Elinor Elis Elisa Eliza Elizabeth
    Ella Ellen Ellie Elliot Elliott Elsa Elsie Elspeth Eluned Elwyn Elzbieta Elżbieta Emeka Emer
    Emilia Emily Emlyn Emma Emmanuel Emre Emrys Emyr Enid Enrique Enzo Eoghan Eòghann Eoin Eric
    Erica Erik Erin Ernest Ernesto Ernie Errol Esi Esme Esmeralda Esperanza Esther Ethan Ethel
    Euan Eugene Eunice Eurig Eurwen Eva Evan Evelyn Evie Ewa Ewan Ewen Fabio Fadi Fadia Faduma
    Faisal Farah Farai Farhan Farhiya Farida Farooq Fartun Faruk Farzana Fatema Fatima Fatimah
    Fatma Fatou Fawad Fay Fearchar Feargal Fearghal Feige Felix Femi Fergal Fergus Fernanda
    Fernando Ffion Filipe Filomena Finbar Finlay Finn Fintan Fiona Fionn Fionnlagh Fionnuala
    Firoz Flora Folake Folasade Fowzia Fran Frances Francesca Francesco Francis Francisco
    Franciszek Franco Frankie Fred Freda Freddie Freddy Frederick Freja Freya Frieda Funke Funmi
    Gabriela Gail Gareth Gary Gauri Gav Gavin Gayle Gaz Gazza Geeta Gemma Genet Geoff Geoffrey
    George Georgie Georgina Geraint Gerald Geraldine Gerallt Gerard Gerry Gertrude Gethin Ghada
    Gheorghe Ghulam Giacomo Gianni Gill Gillian Gina Giorgio Giovanna Giovanni Girma Gisela Gita
    Giulia Giuseppe Gladys Glenda Glenroy Glenys Glesni Glyn Glyndwr Glynis Golda Gonzalo
    Goronwy Graciela Graeme Grainne Gráinne Grazyna Grażyna Greer Greg Gregor Gregory Greig
    Greta Gretel Gruff Gruffudd Gruffydd Grzegorz Guillermo Gunnar Günter Gurdeep Gurdip Gurjit
    Gurmeet Gurpreet Gustavo Guto Guy Gwawr Gwen Gwenan Gwenda Gwendoline Gwenllian Gwennan
    Gwenno Gwilym Gwladys Gwyn Gwyneth Gwynfor Gwynne Habib Hadi Hafsa Haider Halima Halina
    Hamid Hamish Hamza Hana Hanif Hanna Hannah Hardeep Hardip Harish Harjit Harold Haroon
    Harpreet Harriet Harriett Harry Haruka Haruki Hasan Hassan Hattie Hawa Hayat Hayley Heidi
    Heinz Heledd Helen Helena Helga Hemant Henrietta Henry Henryk Heulwen Hevin Hibo Hilary
    Hilda Hina Hiroshi Hodan Horst Hortense Huda Hugh Hughie Hugo Hussain Hussein Huw Hywel Iain
    Ian Ibrahim Ibtisam Ibukun Ida Idil Idrees Idris Idwal Iestyn Ieuan Ifan Ifeanyi Ifeoma Ifor
    Ifrah Iftikhar Igor Ikenna Ikraan Ikram Ilar Ilona Imogen Imran Ina Inderjit Indira Ines
    Inês Inez Ingeborg Ingrid Ioana Iolo Ionie Iorwerth Iqbal Ira Irena Irene Irfan Isabel
    Isabela Isabella Isabelle Isatu Iseabail Isha Ishaan Ismail Isobel Ivan Ivana Ivor Iwan
    Iwona Jacek Jackie Jacqueline Jacqui Jadwiga Jagdish Jagjit Jahangir Jake Jakub Jamal James
    Jamie Jamila Jane Janet Janette Janice Janina Janine Janusz Jared Jarek Jarosław Jaroslaw
    Jasmine Jason Jaspal Jasper Jasvinder Jaswinder Javaid Javed Javier Jawad Jaya Jayesh Jayne
    Jean Jeanette Jeanie Jeannie Jed Jeff Jeffrey Jelani Jemima Jemma Jen Jennie Jennifer Jenny
    Jeremiah Jeremy Jermaine Jerome Jerzy Jess Jesse Jessica Jessie Jian Jiang Jill Jillian Jim
    Jimmy Jo Joan Joanna Joanne Joao João Joaquim Joaquin Jock Joe Joel Joey Johanna John
    Johnnie Johnny Jolanta Jomar Jon Jonah Jonathan Jonny Jorge Jose José Joseph Josephine Josh
    Joshua Josie Jovelyn Joyce Jozef Józef Juan Juanita Judith Judy Julia Julian Juliana Julie
    Juliet Jumoke Jürgen Justin Justyna Jyoti Kabir Kacper Kadeem Kalpana Kamala Kamil Kamila
    Kaori Karen Karim Karl Karol Karolina Karwan Kashif Kasia Katarzyna Kate Katharine Katherine
    Kathleen Kathryn Kathy Katie Katrina Katy Katya Kaveri Kay Kayleigh Kaz Kazimierz Kehinde
    Keiko Keira Keisha Keith Kelechi Kelly Kemar Ken Kenina Kenji Kenneth Kenny Kev Kevin Kezza
    Khadija Khadijah Khadra Khaled Khalid Khurram Kieran Kimberley Kiran Kirsteen Kirsten
    Kirstie Kirsty Kishan Kishore Kitty Klaus Kofi Kojo Komal Krystian Krystyna Krzysztof Kuba
    Kuldeep Kuldip Kulwinder Kwabena Kwadwo Kwaku Kwame Kwasi Kwesi Kyle Kylie Lachlan Laila
    Lanre Lara Lars Larysa Lascelles Lata Lateef Latoya Laura Lauren Laurence Laurie Layla Leah
    Leanne Leela Leila Len Lena Lenny Leo Leon Leroy Lesley Leslie Leszek Leticia Leyla Liam
    Libby Liesel Ligaya Lilian Lillian Linda Lindsay Lindsey Linh Lionel Lisa Liz Lizzie Lleucu
    Llew Llewellyn Llinos Llyr Lois Lorcan Lorenzo Lorna Lorraine Lottie Lou Louis Louisa Louise
    Lowri Lucas Lucia Lucinda Lucy Ludmila Luigi Luis Luke Luul Lydia Lyn Lynda Lyndsey Lynette
    Lynn Lynne Lynsey Lyudmila Mabel Maciej Mackenzie Macsen Madeleine Madge Madhu Madog Maeve
    Magda Magdalena Maggie Małgorzata Mags Mahdi Mahesh Mahmood Mahmoud Mahmud Mairead Máiréad
    Mairi Màiri Maisie Majid Makena Malachy Malcolm Malky Malgorzata Mamadou Mandla Mandy Maninder
    Manish Manjit Manoj Manpreet Manuel Manuela Marcela Marcelo Marcin Marco Marcus Mared Marek
    Margaret Marged Margery Margot Mari Maria Mariam Mariama Marian Marianne Maricel Marilyn
    Marina Mario Marion Marisol Marites Mariusz Marivic Marjorie Marlene Marnie Marsaili Marta
    Martha Martin Martyn Marva Marvalyn Mary Maryam Masood Mateo Mateusz Mathew Matilda Matt
    Matteo Matthew Maud Maureen Maurice Mavis Maxine Maya Meabh Meadhbh Meena Meera Megan Mehdi
    Mehmet Mehmood Mehwish Mei Meinir Meirion Mekdes Mel Melanie Melissa Melvin Melvyn Menachem
    Meredith Mererid Meron Meurig Mhairi Michael Michaela Michelle Mick Mickey Miguel Mihai Mike
    Mikolaj Mildred Milena Millicent Millie Minh Minnie Miriam Mirosław Miroslaw Miyuki Mohamed
    Mohammad Mohammed Mohan Mohsen Mohsin Moira Moishe Mollie Molly Mona Monica Monika Morag
    Mòrag Mordechai Morfydd Moshe Mourad Mubarak Muhammad Mukesh Mumtaz Mungo Munir Murchadh
    Murdo Muriel Murtaza Musa Mushtaq Mustafa Mwangi Myfanwy Myra Nabeela Nabil Nadeem Nadia
    Nadine Naeem Naheed Najib Nalini Nancy Naoko Naomi Narges Nargis Narinder Naseem Nasir Nasra
    Nasreen Nasrin Natalia Natalie Natasha Nathan Nathaniel Naveed Navjot Nazia Nazir Ned Neelam
    Neha Neil Nell Nellie Nerys Nettie Neville Ngaire Ngoc Ngozi Nhung Nia Niall Niamh Nicholas
    Nick Nicky Nicola Nicole Nigel Nikhil Nikki Nikola Nilesh Nils Nimra Nina Nisha Nita Njeri
    Nkechi Nkiru Nnamdi Nneka Noel Nollaig Nora Norah Noreen Norma Norman Nour Nuala Nuno Nusrat
    Obinna Odhran Oksana Olabisi Olaf Oleg Oleksandr Oleksandra Olena Olga Oliver Olivia Oluchi
    Olumide Oluwafemi Oluwaseun Oluwatobi Olwen Omar Omid Omolara Onyeka Oonagh Ophelia Orla
    Órla Orlaith Orville Osagie Oscar Osian Oswald Ottoline Ousmane Owain Owen Pablo Paddy Padma
    Padraig Pádraig Pam Pamela Paolo Parisa Parminder Parveen Parwin Patricia Patrick Patrycja
    Paul Paula Pauline Paulo Pavan Paweł Pawel Peadar Pedro Peg Peggy Peigi Penelope Pete Peter
    Petra Phil Philip Philippa Phillip Phoebe Phuong Phyllis Pietro Piotr Pippa Polly Pooja
    Prabha Pradeep Prakash Pramila Prashant Pratap Pravin Preeti Priscilla Priti Priya Priyanka
    Proinsias Pryderi Przemek Puja Purnima Qiang Quentin Rab Rachael Rachel Radek Radha Radosław
    Rafał Rafael Rafal Rafiq Raghnall Raheem Rahim Rahul Rajesh Rajinder Rajiv Rajni Rakesh
    Ralph Ramesh Ramona Rana Randolph Rani Rania Ranjit Rashad Rashid Rashida Raul Ravi Ravinder
    Raymie Raymond Razia Rebecca Reena Reg Reggie Reginald Rehana Rekha Rena Renata Renu Reshma
    Reza Rhian Rhiannon Rhoda Rhodri Rhona Rhonda Rhuaridh Rhun Rhydian Rhys Riaz Ricardo
    Richard Richie Rick Ricky Rina Rita Ritu Rivka Rizwan Robbie Robert Roberta Roberto Robyn
    Rochel Roddy Rodel Roderick Rodney Rodrigo Roger Rohan Rohit Roisin Róisín Rojin Roksana
    Roland Rommel Ron Ronald Ronan Ronnie Rory Rosa Rosaleen Rosalind Rosamund Rosaria Roseanne
    Roshan Rosie Rostam Rowena Roy Roza Ruairi Ruairí Ruaraidh Ruaridh Rubina Rudo Rukhsana
    Ruksana Rupa Rupert Rutendo Ruth Ryan Ryszard Saba Sabiha Sabina Sadhbh Sadia Sadie Sadiq
    Saeed Safina Safiya Sagal Saima Sajid Sajida Sakina Saleem Salim Sally Salma Salvatore Sam
    Samantha Samatar Sameer Samina Samir Samira Samuel Sana Sandeep Sandra Sangeeta Sania Sanjay
    Sanjeev Saoirse Sara Sarah Sarfraz Sarita Satish Satnam Satwinder Saul Savita Sławomir Sayed
    Schmuel Seamus Séamus Sean Seán Sebastian Seema Segun Sekou Selamawit Selin Selina Semhar
    Senga Seonag Seonaid Sergei Sergio Serhiy Seth Seumas Seun Shabana Shabnam Shafiq Shagufta
    Shahid Shahida Shaista Shakeel Shakila Shanaz Shane Shanice Shaniqua Shanti Sharmila Sharon
    Shaun Shauna Shay Shaz Shazia Shazza Sheena Sheetal Shehnaz Sheila Shelagh Shelley Sheree
    Shirin Shirzad Shlomo Shmuel Shobha Shola Shona Shoshana Shreya Shug Shuggie Shukri Shyam
    Sian Siân Sibusiso Sid Sidney Siew Simon Simran Sìne Sinead Sinéad Siobhan Siobhán Siôn
    Sioned Sipho Siwan Slavka Slawomir Sneha Sofia Somhairle Sonal Sonali Sonia Sophia Sophie
    Soraya Sorcha Søren Stacey Stan Stanisław Stanislaw Stefan Stefania Steffan Stella Stephanie
    Stephen Steve Steven Stu Subhash Sudha Suhail Sukhdev Sukhjit Sukhvinder Sulaiman Sultana
    Suman Sumitra Sunil Sunita Suraj Suresh Surinder Surjit Susan Susannah Sushila Susie Suzanne
    Suzie Sven Svetlana Swati Sybil Sylvia Szymon Tadeusz Tadhg Tafadzwa Tahir Tahira Tahmina
    Taiwo Tam Tamara Tamika Tamsin Tania Tanisha Tanveer Tanvir Tanya Tarek Tariq Tariro Taslima
    Tasneem Tatenda Tatiana Tawanda Tayyab Ted Teddy Tegid Tegwen Tekle Temi Temitope Tendai
    Teodora Terence Teresa Terri Terry Tesfaye Tesni Tess Tessa Tewodros Thabo Thandi Thandiwe
    Thanh Thelma Themba Theo Theodore Theresa Thomas Thulani Thuy Tiago Tierna Tiernan Tiffany
    Tilda Tilly Tim Timothy Tina Tobi Toby Tolu Tom Tomas Tomasz Tommy Tomos Toni Tony Torcuil
    Tracey Tracy Trang Trefor Trevon Trevor Tricia Trinh Trish Trudy Tuan Tudur Tunde Tuyet Uche
    Uchenna Uilleam Uisdean Umar Una Úna Ursula Urszula Usha Usman Uzma Valentina Valeria
    Valerie Vanessa Varsha Vasant Vasile Veena Vera Verity Verna Veronica Vic Vicki Vicky Vijay
    Vikram Viktor Viktoria Viktoriia Vimal Vinay Vince Vincent Vincenzo Vinod Vivek Vivian
    Vivien Vivienne Vladimir Volodymyr Władysław Wafaa Waheeda Wahid Walid Walter Wambui Wanda
    Wanjiru Waqar Warsame Waseem Wendy Wiesław Wieslaw Wiktor Wiktoria Wilf Wilfred Wilhelmina
    William Willie Willy Wilma Winifred Winnie Winston Witold Wladyslaw Wojciech Wojtek Wolfgang
    Wullie Xavier Xiao Ximena Xuan Yaa Yaakov Yara Yaroslav Yasin Yasir Yasmeen Yasmin Yasser
    Yaw Yemi Yetunde Yitzchak Yohannes Yoko Yonas Yosef Yousaf Youssef Yuan Yuki Yulia Yusra
    Yusuf Yvette Yvonne Zac Zach Zachariah Zachary Zafar Zahid Zahida Zahra Zain Zainab Zainabu
    Zaki Zakia Żaneta Zara Zbigniew Zdzisław Zdzislaw Zeenat Zeinab Zena Zev Zeynep Zhen Zhi
    Zhong Ziad Zodwa Zoe Zofia Zohra Zubaida Zubair Zulfiqar Zuzanna
""")
)
"""Names that are seldom anything else."""
ALSO_WORDS = frozenset(
    listed("""
    Abraham Adam Akbar Alban Alma Amara Amber Amity Amparo Angel Angelina Angus April Arran Art
    Asante Ash Ashley Austin Ayo Bahar Bailey Bao Baron Barry Bart Basil Bell Bella Beverley
    Bill Blair Blessing Blossom Bola Bronte Bruce Bryn Buddy Bunty Cadi Cameron Carlton Carol
    Charity Charlotte Chastity Chau Chelsea Chen Cheng Cherry Chester Christian Chun Clare Clay
    Cleveland Clover Clyde Comfort Constance Coral Craig Crystal Daisy Dale Dawn Dean Destiny
    Devi Devon Diego Dilan Dolores Don Dot Douglas Drew Duke Dung Earl Ebony Elan Eli Elijah
    Enfys Eve Everton Faith Fei Felicity Feng Fern Florence Florin Frank Fraser Ganesh Gay Gene
    Georgia Gift Gilbert Glen Gloria Gordon Grace Graham Grant Guang Haf Hans Happy Hari Harmony
    Harvey Hazel Heath Heather Hefin Herbert Hien Hoa Holly Honey Hong Hope Hua Humphrey Hung
    Hyacinth Ife Inge Iona Iris Irvine Irving Isaac Isla Israel Ivy Jack Jacob Jade Jan Jay
    Jesus Jesús Jia Jin Jing Jordan Joy Jun June Kamal Kelvin Kent Kerry Khanh Kim King Krishna
    Kumar Kwan Kwok Lakshmi Lan Lawrence Lee Leonard Les Lewis Lily Lin Ling Lloyd Logan Lola
    Lucky Mai Mair Mali Malik Maple Marie Marigold Mark Max May Medi Melody Mercedes Mercy Mette
    Miles Mina Ming Mitchell Mo Morgan Morris Moses Murdoch Murray Myrtle Nadir Nelson Nessa
    Neve Nga Ning Noah Noor Norm Norris Ola Olive Paris Pat Patience Patsy Pearl Penny Percy
    Perry Pilar Poppy Precious Prem Primrose Prince Princess Prudence Qing Quan Queenie Raj Ram
    Rama Ray Reed Rob Robin Rocky Roman Rose Rosemary Ross Rowan Ruby Russell Sandy Santiago
    Santosh Scott Selam Shan Shirley Sita Siu Skye Solomon Sonny Stanley Sterling Stewart Stuart
    Sue Summer Sunny Sydney Temperance Thao Thi Tien Titi Torquil Troy Uma Vernon Victor
    Victoria Viola Violet Virginia Wayne Wei Wen Will Willow Winsome Wu Wyn Xin Xiu Yan Yi Ying
    Yong Yun Zelda
""")
)
"""Names that are also words, places or surnames: more must show that one is a person."""
