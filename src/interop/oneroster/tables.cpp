#include "interop/oneroster/tables.hpp"

namespace ent::interop::oneroster {
namespace {

using enum CellType;
using Choices = std::string_view[];

constexpr Choices statuses{"active", "tobedeleted"};
constexpr Choices org_types{"department", "school", "district", "local", "state", "national"};
constexpr Choices session_types{"gradingPeriod", "semester", "schoolYear", "term"};
constexpr Choices class_types{"homeroom", "scheduled"};
constexpr Choices user_roles{"administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher"};
constexpr Choices enrollment_roles{"administrator", "proctor", "student", "teacher"};
constexpr Choices sexes{"male", "female"};
constexpr Choices importances{"primary", "secondary"};
constexpr Choices score_statuses{"exempt", "fully graded", "not submitted", "partially graded", "submitted"};

constexpr bool required = true;
constexpr bool kept = true;

constexpr Column id_column{"sourcedId", key, required, kept};
constexpr Column state_column{"status", choice, false, kept, false, statuses};
constexpr Column date_column{"dateLastModified", instant};

/// Not kept: the store has no place for it.
constexpr Column beside(std::string_view name, CellType type = text, bool is_required = false,
                        std::span<const std::string_view> choices = {}) {
  return {name, type, is_required, false, false, choices};
}
constexpr Column own(std::string_view name) { return {name, text, false, kept, true, {}}; }

constexpr Column org_columns[] = {
    id_column, state_column, date_column, {"name", text, required, kept}, {"type", choice, required, kept, false, org_types},
    {"identifier", text, false, kept}, {"parentSourcedId", reference, false, kept}, own("metadata.entKind")};

constexpr Column session_columns[] = {
    id_column, state_column, date_column, beside("title", text, required),
    {"type", choice, required, kept, false, session_types}, {"startDate", date, required, kept},
    {"endDate", date, required, kept}, {"parentSourcedId", reference, false, kept}, {"schoolYear", year, required, kept}};

constexpr Column course_columns[] = {
    id_column, state_column, date_column, beside("schoolYearSourcedId", reference), beside("title", text, required),
    beside("courseCode"), beside("grades", list), {"orgSourcedId", reference, required, kept}, beside("subjects", list),
    {"subjectCodes", list, false, kept}};

constexpr Column class_columns[] = {
    id_column, state_column, date_column, {"title", text, required, kept}, {"grades", list, false, kept},
    {"courseSourcedId", reference, required, kept}, {"classCode", text, false, kept},
    {"classType", choice, required, kept, false, class_types}, beside("location"),
    {"schoolSourcedId", reference, required, kept}, {"termSourcedIds", references, required, kept}, beside("subjects", list),
    {"subjectCodes", list, false, kept}, beside("periods", list), own("metadata.entLevels")};

constexpr Column user_columns[] = {
    id_column, state_column, date_column, beside("enabledUser", boolean, required),
    {"orgSourcedIds", references, required, kept}, {"role", choice, required, kept, false, user_roles},
    beside("username", text, required), beside("userIds"), {"givenName", text, required, kept},
    {"familyName", text, required, kept}, {"middleName", text, false, kept}, beside("identifier"),
    {"email", text, false, kept}, {"sms", text, false, kept}, {"phone", text, false, kept},
    {"agentSourcedIds", references, false, kept}, {"grades", list, false, kept}, beside("password")};

constexpr Column enrollment_columns[] = {
    id_column, state_column, date_column, {"classSourcedId", reference, required, kept},
    {"schoolSourcedId", reference, required, kept}, {"userSourcedId", reference, required, kept},
    {"role", choice, required, kept, false, enrollment_roles}, {"primary", boolean, false, kept},
    {"beginDate", date, false, kept}, {"endDate", date, false, kept}, own("metadata.entLevel"), own("metadata.entSubjects")};

constexpr Column demographic_columns[] = {
    id_column, state_column, date_column, {"birthDate", date, false, kept}, {"sex", choice, false, kept, false, sexes},
    beside("americanIndianOrAlaskaNative", boolean), beside("asian", boolean), beside("blackOrAfricanAmerican", boolean),
    beside("nativeHawaiianOrOtherPacificIslander", boolean), beside("white", boolean),
    beside("demographicRaceTwoOrMoreRaces", boolean), beside("hispanicOrLatinoEthnicity", boolean),
    beside("countryOfBirthCode"), beside("stateOfBirthAbbreviation"), beside("cityOfBirth"),
    beside("publicSchoolResidenceStatus")};

constexpr Column category_columns[] = {id_column, state_column, date_column, beside("title", text, required)};

constexpr Column line_item_columns[] = {
    id_column, state_column, date_column, beside("title", text, required), beside("description"),
    beside("assignDate", date, required), beside("dueDate", date, required), beside("classSourcedId", reference, required),
    beside("categorySourcedId", reference, required), beside("gradingPeriodSourcedId", reference, required),
    beside("resultValueMin", number, required), beside("resultValueMax", number, required)};

constexpr Column result_columns[] = {
    id_column, state_column, date_column, beside("lineItemSourcedId", reference, required),
    beside("studentSourcedId", reference, required), beside("scoreStatus", choice, required, score_statuses),
    beside("score", number), beside("scoreDate", date, required), beside("comment")};

constexpr Column resource_columns[] = {
    id_column, state_column, date_column, beside("vendorResourceId", text, required), beside("title"), beside("roles", list),
    beside("importance", choice, false, importances), beside("vendorId"), beside("applicationId")};

constexpr Column class_resource_columns[] = {id_column, state_column, date_column, beside("title"),
                                             beside("classSourcedId", reference, required),
                                             beside("resourceSourcedId", reference, required)};

constexpr Column course_resource_columns[] = {id_column, state_column, date_column, beside("title"),
                                              beside("courseSourcedId", reference, required),
                                              beside("resourceSourcedId", reference, required)};

constexpr Table tables[] = {
    {Data::orgs, "orgs", true, org_columns},
    {Data::academic_sessions, "academicSessions", true, session_columns},
    {Data::courses, "courses", true, course_columns},
    {Data::classes, "classes", true, class_columns},
    {Data::users, "users", true, user_columns},
    {Data::enrollments, "enrollments", true, enrollment_columns},
    {Data::demographics, "demographics", true, demographic_columns},
    {Data::categories, "categories", false, category_columns},
    {Data::line_items, "lineItems", false, line_item_columns},
    {Data::results, "results", false, result_columns},
    {Data::resources, "resources", false, resource_columns},
    {Data::class_resources, "classResources", false, class_resource_columns},
    {Data::course_resources, "courseResources", false, course_resource_columns}};
static_assert(std::size(tables) == count_of_data);

}  // namespace

const Table& table_of(Data data) noexcept { return tables[static_cast<std::size_t>(data)]; }

}  // namespace ent::interop::oneroster
