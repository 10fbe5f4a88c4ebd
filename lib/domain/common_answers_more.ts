/**
 * The best known common answers of other languages.
 *
 * @module
 */

/** One word each, divided by white space. */
export const MORE: string = `
nada nadie nose nolose madre padre mama papa casa perro gato azul rojo verde negro blanco jose juan maria carlos luis antonio manuel garcia lopez
rien jenesaispas maman chien chat bleu rouge vert noir blanc jean pierre michel marie martin bernard dubois maison ecole
nichts keine keiner weissnicht weissichnicht mutter vater hund katze blau rot gruen schwarz weiss mueller schmidt schneider fischer hause schule
niente nessuno cane gatto rosso verde nero bianco rossi russo ferrari mario giuseppe giovanni
kimchi 김치 없음 없다 몰라 모름 모르겠다 비밀 엄마 아빠 어머니 아버지 서울 부산 대구 인천 김치찌개 라면 김민수 이영희 김철수 학교 선생님 친구
нет незнаю мама папа москва собака кошка синий красный иван мария пицца дом школа
`;
