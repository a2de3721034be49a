0 person.move {"org_id": 2, "person_id": 9, "valid_from": "2025-09-01"}
4 person.move {"org_id": 2, "person_id": 7, "valid_from": "2025-10-06", "keeps_others": true}
2 person.move {"org_id": 2, "person_id": 4, "valid_from": "2025-12-01", "keeps_others": true}
5 person.move {"org_id": 3, "person_id": 10, "to_person_id": 10, "valid_from": "2025-09-01"}
